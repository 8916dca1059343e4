// The package keeps its types under another name than the module.
export * from 'marked';
