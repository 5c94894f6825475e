/** Preloaded into n8n: appends the path of every module that it loads from the folder MODULE_LOG_FOLDER to the file MODULE_LOG. */
const { appendFileSync } = require('node:fs');
const { Module } = require('node:module');

const { MODULE_LOG: log, MODULE_LOG_FOLDER: folder } = process.env;
const { load } = Module.prototype;
Module.prototype.load = function (file) {
	if (file.startsWith(folder)) appendFileSync(log, `${file.slice(folder.length + 1)}\n`);
	return load.call(this, file);
};
