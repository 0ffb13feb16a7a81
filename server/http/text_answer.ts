// An answer that is not JSON.

export class TextAnswer {
  readonly type: string;
  readonly text: string;
  readonly fileName: string;

  constructor(type: string, text: string, fileName: string) {
    this.type = type;
    this.text = text;
    this.fileName = fileName;
  }
}
