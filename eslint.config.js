/** Lints for every script in the repository; types are tsc's business. */
import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['target/', 'worker/build/', '**/node_modules/', '.wrangler/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    ...js.configs.recommended,
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { ecmaVersion: 2024, sourceType: 'module', globals: { ...globals['shared-node-browser'] } },
    rules: {
      ...js.configs.recommended.rules,
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['worker/dev/**', 'worker/sandbox/fixtures/**', 'tests/**', 'pkg-template/node.js', 'eslint.config.js'],
    languageOptions: { globals: globals.node },
  },
  { files: ['www/**', 'pkg-template/**', 'tests/browser/**', 'tests/pack/consumers/**'], languageOptions: { globals: globals.browser } },
  { files: ['worker/sandbox/src/**'], languageOptions: { globals: { ...globals.serviceworker, FixedLengthStream: 'readonly' } } },
  // What consumers of the package write goes to the console.
  { files: ['tests/pack/consumers/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
];
