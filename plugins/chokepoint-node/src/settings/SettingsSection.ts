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
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  durationToMilliseconds,
  HumanDuration,
  JsonObject,
  JsonValue,
} from '@backstage/types';
import { nearestName } from './nearestName';

/**
 * What is asked of a number beside being one.
 *
 * @public
 */
export interface NumberBounds {
  minimum?: number;
  /** Exclusive. */
  below?: number;
}

/**
 * A part of the configuration that is read strictly: a value of another type
 * is refused when it is read, and a key that nobody has read is refused by
 * {@link SettingsSection.refuseUnknown}. Every message begins with the key at
 * fault: "chokepoint.targets.reviewLatancy: there is no figure reviewLatancy;
 * did you mean reviewLatency?"
 *
 * Whoever reads a section need not list its keys anywhere else: asking for a
 * key makes it known.
 *
 * @public
 */
export class SettingsSection {
  readonly #path: string;
  readonly #noun: string;
  readonly #values: JsonObject;
  readonly #known = new Set<string>();
  readonly #parts: SettingsSection[] = [];

  /**
   * @param path - where it stands, for messages: `chokepoint.github`
   * @param value - what the configuration has there
   * @param noun - what its keys name
   */
  constructor(path: string, value: JsonValue | undefined, noun = 'setting') {
    this.#path = path;
    this.#noun = noun;
    if (value !== undefined && value !== null && !isObject(value)) {
      throw new InputError(`${path}: must be an object`);
    }
    this.#values = isObject(value) ? value : {};
  }

  /** Where a key stands, for messages. */
  pathOf(key: string): string {
    return `${this.#path}.${key}`;
  }

  /** The keys that are set, known or not. */
  keys(): string[] {
    return Object.keys(this.#values).filter(
      key => this.#values[key] !== null && this.#values[key] !== undefined,
    );
  }

  /** The value as it stands; `null` counts as absent. */
  value(key: string): JsonValue | undefined {
    this.#known.add(key);
    return this.#values[key] ?? undefined;
  }

  string(key: string): string | undefined {
    const value = this.value(key);
    return value === undefined ? undefined : asString(value, this.pathOf(key));
  }

  strings(key: string): string[] | undefined {
    return this.#list(key, 'strings')?.map((item, i) =>
      asString(item, `${this.pathOf(key)}[${i}]`),
    );
  }

  /** One of some names, spelled as they are. */
  oneOf<T extends string>(key: string, names: readonly T[]): T | undefined {
    const value = this.string(key);
    return value === undefined
      ? undefined
      : asOneOf(value, names, this.pathOf(key));
  }

  /** Some of some names. */
  someOf<T extends string>(
    key: string,
    names: readonly T[],
    noun: string,
  ): T[] | undefined {
    return this.strings(key)?.map(value =>
      asOneOf(value, names, this.pathOf(key), noun),
    );
  }

  /** A number, or text that is one, as substitutions of the environment are. */
  number(key: string, bounds: NumberBounds = {}): number | undefined {
    const value = this.value(key);
    if (value === undefined) {
      return undefined;
    }
    const number =
      typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number)) {
      throw new InputError(`${this.pathOf(key)}: must be a number`);
    }
    const { minimum, below } = bounds;
    if (
      (minimum !== undefined && number < minimum) ||
      (below !== undefined && number >= below)
    ) {
      throw new InputError(
        `${this.pathOf(key)}: ${number} is not ${inWords(bounds)}`,
      );
    }
    return number;
  }

  numbers(key: string): number[] | undefined {
    return this.#list(key, 'numbers')?.map((item, i) => {
      if (typeof item !== 'number') {
        throw new InputError(`${this.pathOf(key)}[${i}]: must be a number`);
      }
      return item;
    });
  }

  boolean(key: string): boolean | undefined {
    const value = this.value(key);
    if (value === undefined || typeof value === 'boolean') {
      return value;
    }
    if (value !== 'true' && value !== 'false') {
      throw new InputError(`${this.pathOf(key)}: must be true or false`);
    }
    return value === 'true';
  }

  /** A length of time: `{ hours: 8 }`, `8h` or `PT8H`. */
  duration(key: string): HumanDuration | undefined {
    const value = this.value(key);
    if (value === undefined) {
      return undefined;
    }
    try {
      return readDurationFromConfig(new ConfigReader({ length: value }), {
        key: 'length',
      });
    } catch {
      throw new InputError(
        `${this.pathOf(
          key,
        )}: must be a length of time, as { hours: 8 }, 8h or PT8H`,
      );
    }
  }

  /** A length of time in milliseconds. */
  milliseconds(key: string): number | undefined {
    const duration = this.duration(key);
    return duration && durationToMilliseconds(duration);
  }

  /** What lies below a key; empty where nothing does. */
  section(key: string, noun?: string): SettingsSection {
    return this.#part(this.pathOf(key), this.value(key), noun);
  }

  /** The entries of a list of objects. */
  sections(key: string): SettingsSection[] | undefined {
    return this.#list(key, 'objects')?.map((item, i) => {
      if (!isObject(item)) {
        throw new InputError(`${this.pathOf(key)}[${i}]: must be an object`);
      }
      return this.#part(`${this.pathOf(key)}[${i}]`, item);
    });
  }

  /** Refuses the section as a whole. */
  fail(reason: string): never {
    throw new InputError(`${this.#path}: ${reason}`);
  }

  /** Refuses the section for a key that it lacks. */
  missing(key: string): never {
    throw new InputError(`${this.pathOf(key)}: is missing`);
  }

  /** Leaves a key, and what lies below it, to somebody else to read. */
  leave(key: string): void {
    this.#known.add(key);
  }

  /**
   * Refuses every key, here and below, that nobody has read.
   *
   * @throws InputError - that names all of them
   */
  refuseUnknown(): void {
    const faults = this.#unknown();
    if (faults.length > 0) {
      throw new InputError(faults.join('\n'));
    }
  }

  #unknown(): string[] {
    const own = this.keys()
      .filter(key => !this.#known.has(key))
      .map(
        key =>
          `${this.pathOf(key)}: ${noSuch(this.#noun, key, [...this.#known])}`,
      );
    return [...own, ...this.#parts.flatMap(part => part.#unknown())];
  }

  #part(path: string, value: JsonValue | undefined, noun?: string) {
    const part = new SettingsSection(path, value, noun);
    this.#parts.push(part);
    return part;
  }

  #list(key: string, of: string): JsonValue[] | undefined {
    const value = this.value(key);
    if (value !== undefined && !Array.isArray(value)) {
      throw new InputError(`${this.pathOf(key)}: must be a list of ${of}`);
    }
    return value;
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asString(value: JsonValue | undefined, path: string): string {
  if (typeof value !== 'string' || value === '') {
    throw new InputError(`${path}: must be a string`);
  }
  return value;
}

function asOneOf<T extends string>(
  value: string,
  names: readonly T[],
  path: string,
  noun?: string,
): T {
  const found = names.find(name => name === value);
  if (found === undefined) {
    throw new InputError(
      noun === undefined
        ? `${path}: ${value} is not one of ${names.join(', ')}`
        : `${path}: ${noSuch(noun, value, names)}`,
    );
  }
  return found;
}

function noSuch(noun: string, name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return `there is no ${noun} ${name}${
    nearest === undefined ? '' : `; did you mean ${nearest}?`
  }`;
}

function inWords({ minimum, below }: NumberBounds): string {
  if (minimum !== undefined && below !== undefined) {
    return `from ${minimum} to below ${below}`;
  }
  return minimum === undefined ? `below ${below}` : `${minimum} or more`;
}
