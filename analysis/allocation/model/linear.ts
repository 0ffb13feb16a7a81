// A mixed-integer model, built column by column and row by row.

export interface LinearModel {
  readonly isMaximum: boolean;
  readonly columns: number;
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly isInteger: readonly boolean[];
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
  /** By row: columns and coefficients of row r from rowStart[r] to rowStart[r + 1]. */
  readonly rowStart: readonly number[];
  readonly rowColumn: readonly number[];
  readonly rowValue: readonly number[];
}

export interface ColumnSpec {
  readonly cost?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly isInteger?: boolean;
}

export class ModelBuilder implements LinearModel {
  readonly isMaximum: boolean;
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly isInteger: boolean[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  readonly rowStart: number[] = [0];
  readonly rowColumn: number[] = [];
  readonly rowValue: number[] = [];

  constructor(isMaximum: boolean) {
    this.isMaximum = isMaximum;
  }

  get columns(): number {
    return this.cost.length;
  }

  /** Index of a new column: continuous from 0 to 1 at no cost unless said otherwise. */
  column({ cost = 0, lower = 0, upper = 1, isInteger = false }: ColumnSpec = {}): number {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.isInteger.push(isInteger);
    return this.cost.length - 1;
  }

  /** Index of a new row: lower ≤ Σ values × columns ≤ upper. */
  row(lower: number, upper: number, columns: readonly number[], values: readonly number[] | number): number {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    for (const [at, column] of columns.entries()) {
      this.rowColumn.push(column);
      this.rowValue.push(typeof values === "number" ? values : values[at]!);
    }
    this.rowStart.push(this.rowColumn.length);
    return this.rowLower.length - 1;
  }
}
