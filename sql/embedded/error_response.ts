// The error that a client gets before its connection ends.

/** An ErrorResponse of severity FATAL with an SQL state, as PostgreSQL sends it. */
export function fatalError(state: string, message: string): Buffer {
  const body = Buffer.from(`SFATAL\0VFATAL\0C${state}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E", "latin1");
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}
