/** The functions of lodash that Chevrotain asks for, of arrays and dictionaries; typed by those who call them. */
declare const lodash: Record<string, (...args: unknown[]) => unknown>;
export = lodash;
