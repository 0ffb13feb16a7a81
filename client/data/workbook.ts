// Addresses of Excel workbooks.

import { workbookContract } from "#domain/contract/workbook";
import type { Language } from "#domain/language";
import { addressOf } from "./api.ts";
import type { Asked } from "./api.ts";

/** What is asked for a workbook; indicators as `mpi@2022`, joined by commas. */
export type WorkbookAsked = NonNullable<Asked["query"]> & {
  readonly release: string;
  readonly columns: string;
  readonly language: Language;
};

/** The address of a workbook. */
export const workbookAddress = (query: WorkbookAsked): string =>
  addressOf({ contract: workbookContract, query });
