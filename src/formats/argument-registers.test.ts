import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { argumentRegisters } from './argument-registers.ts';

test('argumentRegisters() reads what gcc 12 writes for AArch64', () => {
  const assembly = 'argument1:\n.LFB0:\n\tret\nargument2:\n\tmov\tx0, x1\n\tret\n';
  assert.deepEqual(argumentRegisters(assembly, 'arm64'), ['x0', 'x1']);
});

test('argumentRegisters() reads what gcc 12 and clang for macOS write for x86-64', () => {
  const gcc = 'argument1:\n\tmovq\t%rdi, %rax\n\tret\nargument2:\n\tmovq\t8(%rsp), %rax\n';
  assert.deepEqual(argumentRegisters(gcc, 'amd64'), ['rdi', 'stack']);
  const clang =
    '_argument1: ## @argument1\n\tpushq\t%rbp\n\tmovq\t%rsp, %rbp\n\tmovq\t16(%rbp), %rax\n\tpopq\t%rbp\n';
  assert.deepEqual(argumentRegisters(clang, 'amd64'), ['stack']);
});

test('argumentRegisters() takes any text', () => {
  fc.assert(fc.property(fc.string(), (text) => argumentRegisters(text, 'arm64').length <= 10));
});
