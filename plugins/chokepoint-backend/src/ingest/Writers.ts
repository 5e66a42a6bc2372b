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

/**
 * The sources that each credential may write under, in which `*` stands for
 * anything: by the subject of a service principal, the ref of a user, or `*` for
 * everybody else.
 */
export type WriterRules = Readonly<Record<string, readonly string[]>>;

/** What any credential may write under that is given nothing else. */
const DEFAULT_SOURCES = ['api:*'];
/** What no module has for itself. */
const OPEN_TO_ALL = 'api';
/** Sources of the modules of this project, whether they run here or not. */
const OWN_MODULES = ['github'];

/**
 * Who may write under which source, by section 1 of the model, *Integrity*: a
 * credential under those it was given, and nobody under those of modules.
 */
export class Writers {
  readonly #rules: WriterRules;
  readonly #modules: () => readonly string[];

  /** @param modules - ids of the sources that modules write under, by now */
  constructor(rules: WriterRules, modules: () => readonly string[]) {
    this.#rules = rules;
    this.#modules = modules;
  }

  /** Why a subject must not write under a source; undefined when it may. */
  mayNotWrite(subject: string, source: string): string | undefined {
    if (this.#isOfModule(source)) {
      return `source: ${source} is reserved to the module that reads it`;
    }
    const patterns = this.#sourcesOf(subject);
    return patterns.some(pattern => matches(pattern, source))
      ? undefined
      : `source: ${subject} may write under ${patterns.join(', ')} only`;
  }

  #isOfModule(source: string): boolean {
    const system = systemOf(source);
    const modules = this.#modules();
    return (
      modules.includes(source) ||
      (system !== OPEN_TO_ALL &&
        [...OWN_MODULES, ...modules.map(systemOf)].includes(system))
    );
  }

  #sourcesOf(subject: string): readonly string[] {
    // Tokens of the configuration may be named without their prefix.
    const names = [subject, subject.replace(/^external:/, ''), '*'];
    const given = names.find(name => Object.hasOwn(this.#rules, name));
    return given === undefined ? DEFAULT_SOURCES : this.#rules[given];
  }
}

/** The part of the name of a source that says what kind of system it is. */
function systemOf(source: string): string {
  return source.split(':')[0].toLowerCase();
}

function matches(pattern: string, source: string): boolean {
  const literal = pattern
    .split('*')
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`, 's').test(source);
}
