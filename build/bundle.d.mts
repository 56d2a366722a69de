/** Builds the library and the command into a folder on the disk of the repository. */
export function bundle(folder: string): Promise<void>;
