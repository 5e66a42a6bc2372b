/*
 * Copyright 2026 The Chokepoint Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
const GLOBS: Partial<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '/**': '/.*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};

/** One line of a CODEOWNERS file. */
export interface OwnersRule {
  matches(path: string): boolean;
  /** `@alice`, `@acme/web`; empty where the path is nobody's. */
  owners: string[];
}

/** The rules of a CODEOWNERS file; of several that match a path the last counts. */
export function parseCodeOwners(text: string): OwnersRule[] {
  return text.split(/\r?\n/).flatMap(line => {
    const content = line.replace(/(^|\s)#.*$/, '').trim();
    const [pattern, ...owners] = content.split(/\s+/);
    if (!pattern) {
      return [];
    }
    const expression = expressionOf(pattern);
    return [{ owners, matches: path => expression.test(path) }];
  });
}

/**
 * Who owns some paths: for each set of owners that any of them has, one of that
 * set must approve.
 */
export function ownersOf(rules: OwnersRule[], paths: string[]): string[][] {
  const sets = new Map<string, string[]>();
  for (const path of paths) {
    const owners = rules.findLast(rule => rule.matches(path))?.owners ?? [];
    const known = owners.filter(owner => owner.startsWith('@'));
    if (known.length > 0) {
      sets.set([...known].sort().join(' '), known);
    }
  }
  return [...sets.entries()].sort().map(([, owners]) => owners);
}

/**
 * A pattern as an expression over paths. As in `.gitignore` a slash in front of
 * the end ties it to the root, and a folder stands for all in it; but `docs/*`
 * means the files of that folder alone.
 */
function expressionOf(pattern: string): RegExp {
  const tied = pattern.slice(0, -1).includes('/');
  const body = pattern.replace(/^\//, '').replace(/\/$/, '');
  const source = body
    .split(/(\*\*\/|\/\*\*|\*\*|\*|\?)/)
    .map(part => GLOBS[part] ?? part.replace(/[\\^$.+()|[\]{}]/g, '\\$&'))
    .join('');
  let end = '(?:/.*)?$';
  if (pattern.endsWith('/')) {
    end = '/.*$';
  } else if (pattern.endsWith('/*')) {
    end = '$';
  }
  return new RegExp(`${tied ? '^' : '(?:^|/)'}${source}${end}`);
}
