import tseslint from 'typescript-eslint'

// The middle of the house is pure: text in, values out. These reach outside it, or differ between machines.
const outside = {
  globals: ['process', 'console', 'performance', 'fetch', 'setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
    name,
    message: 'Only src/cli and src/bin.ts may use it; pass what is needed as an argument.',
  })),
  syntax: [
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
      message: 'The date is an input of check: read the clock in src/cli or src/bin.ts only.',
    },
    {
      selector: 'MemberExpression[property.name=/^(localeCompare|toLocale[A-Z].*)$/]',
      message: 'It differs between Node versions and machines; compare code units, and write our own words.',
    },
  ],
  properties: [
    { object: 'Date', property: 'now', message: 'The date is an input of check.' },
    { object: 'Math', property: 'random', message: 'Same input, same answer.' },
  ],
}

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'src/catalog/generated/'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { eqeqeq: 'error', 'prefer-const': 'error', 'no-var': 'error' },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `typeof import()` is how a parser that is loaded when first needed is typed.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers in a message are fine; objects and undefined are not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Data types are `type`s here, and a Record says "any key" more plainly than an index signature.
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
    },
  },
  {
    // A test reads reports and fixtures whose shape it asserts anyway.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/bin.ts'],
    rules: {
      'no-restricted-globals': ['error', ...outside.globals],
      'no-restricted-syntax': ['error', ...outside.syntax],
      'no-restricted-properties': ['error', ...outside.properties],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^node:(?!module$)',
              message: 'The middle is pure: files, processes and the like belong to src/cli and src/bin.ts.',
            },
          ],
        },
      ],
    },
  },
  {
    // Outside the TypeScript project: scripts, and the configuration of tools.
    files: ['**/*.{js,mjs,cjs}', 'vitest.config.ts'],
    extends: [tseslint.configs.recommended, tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', BUILD: 'readonly' } },
    rules: { 'no-undef': 'error' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'readonly', exports: 'readonly', __dirname: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
