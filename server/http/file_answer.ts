// An answer that a browser saves as a file of bytes.

export class FileAnswer {
  readonly type: string;
  readonly bytes: Buffer;
  readonly fileName: string;

  constructor(type: string, bytes: Buffer, fileName: string) {
    this.type = type;
    this.bytes = bytes;
    this.fileName = fileName;
  }
}
