import { expect, it } from 'vitest'
import { splitStatements } from './sql-statements.ts'

it.each([
  ['SELECT 1; SELECT 2;', ['SELECT 1', 'SELECT 2']],
  ["SELECT ';' ; SELECT 'it''s;'", ["SELECT ';'", "SELECT 'it''s;'"]],
  ["SELECT E'\\';' ; SELECT 2", ["SELECT E'\\';'", 'SELECT 2']],
  ['SELECT ";" ; SELECT 2', ['SELECT ";"', 'SELECT 2']],
  ['SELECT $$;$$, $tag$;$$;$tag$; SELECT $1', ['SELECT $$;$$, $tag$;$$;$tag$', 'SELECT $1']],
  ['-- one;\nSET x = 1 /* ; /* ; */ ; */; SELECT 2', ['SET x = 1', 'SELECT 2']],
  ["SELECT 'never ended; SELECT 2", ["SELECT 'never ended; SELECT 2"]],
  ['  ;; ', []],
])('splits %j', (sql, statements) => {
  expect(splitStatements(sql)).toEqual(statements)
})
