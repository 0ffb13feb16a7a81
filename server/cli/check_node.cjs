// Loaded before the first file of every script: says in one line when Node is too old to read TypeScript.
// CommonJS and plain syntax, so that an old Node still reads this much.

// Node reads TypeScript from 22.18 on.
if (!process.features.typescript) {
  process.stderr.write(
    `Village Lens needs Node 22.18 or newer: this is Node ${process.versions.node} (${process.execPath})\n`,
  );
  process.exit(1);
}
