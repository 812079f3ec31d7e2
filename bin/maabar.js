#!/usr/bin/env node
// biome-ignore-all lint/complexity/useArrowFunction: any Node must be able to read this file
// biome-ignore-all lint/style/useTemplate: any Node must be able to read this file
// biome-ignore-all lint/suspicious/noVar: any Node must be able to read this file
// biome-ignore-all lint/style/useNodejsImportProtocol: any Node must be able to read this file
'use strict';

/*
 * Starts the program on a Node that can run it. Written so that any Node can read it: a Node too old for the program hands over to the
 * one that the checkout brings along, or says in one sentence what is missing.
 */
var fs = require('fs');
var path = require('path');
var spawn = require('child_process').spawn;

var root = path.join(__dirname, '..');
var oldest = [22, 12];
var nodeName = process.platform === 'win32' ? 'node.exe' : 'node';
var ownNode = path.join(root, 'node_modules', 'node', 'bin', nodeName);

function isNewEnough(version) {
  var parts = version.split('.').map(Number);
  return parts[0] > oldest[0] || (parts[0] === oldest[0] && parts[1] >= oldest[1]);
}

function giveUp(sentence) {
  process.stderr.write('maabar: ' + sentence + '\n');
  process.exitCode = 1;
}

/** Runs the program under the checkout's own Node, passes signals on, and ends as it ends. */
function handOver() {
  var child = spawn(ownNode, [__filename].concat(process.argv.slice(2)), { stdio: 'inherit' });
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal);
    });
  });
  child.on('error', function (error) {
    giveUp(ownNode + ' cannot be started (' + error.message + '): run `npm ci` again.');
  });
  child.on('exit', function (code, signal) {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function start() {
  if (isNewEnough(process.versions.node)) return require('./start.js');
  if (fs.existsSync(ownNode)) return handOver();
  var needed = 'needs Node ' + oldest.join('.') + ' or later and this is ' + process.versions.node;
  return giveUp(needed + ': run `npm ci` in ' + root + ', which brings its own, or install a newer Node.');
}

if (fs.existsSync(path.join(root, 'dist', 'main.js'))) start();
else giveUp('the program is not built yet: run `npm ci` in ' + root + ' first.');
