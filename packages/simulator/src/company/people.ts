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

import { HOUR, MINUTE } from '../calendar/time';
import { Dice } from '../chance/Dice';
import { Habit, Person, Role, Team } from './Company';
import { FAMILY_NAMES, GIVEN_NAMES, plainLetters } from './names';

const FORGE = 'github.com';
const TRACKER = 'brindlewick.atlassian.net';

/** Where a person is placed. */
interface Place {
  teams: string[];
  role: Role;
  region: Team['region'];
  habit?: Habit;
}

/** Hires people under names that nobody else has. */
export class Hiring {
  private readonly names = new Set<string>();
  private readonly logins = new Set<string>();

  constructor(private readonly dice: Dice) {}

  hire(place: Place): Person {
    const { given, family, name } = this.name();
    const login = this.login(given, family);
    const start = this.dice.whole(8 * 60, 10 * 60) * MINUTE;
    const length = this.dice.whole(450, 540) * MINUTE;
    return {
      name,
      displayName: `${given} ${family}`,
      login,
      party: `user:default/${name}`,
      kind: 'human',
      forgeId: `${FORGE}/${login}`,
      trackerId: `${TRACKER}/${name}`,
      teams: [...place.teams],
      role: place.role,
      region: place.region,
      shift: { start, end: start + length },
      habit: place.habit ?? this.habit(),
      seed: this.dice.whole(1, 0x3fffffff),
    };
  }

  /** Somebody who works for a team without being in the catalog. */
  contract(place: Place): Person {
    const person = this.hire(place);
    return { ...person, party: `external:${person.forgeId}` };
  }

  private habit(): Habit {
    return this.dice.weighted<Habit>(
      ['prompt', 'twiceDaily', 'mornings'],
      habit => ({ prompt: 5, twiceDaily: 3, mornings: 2 }[habit]),
    );
  }

  private name() {
    for (let number = 1; ; number++) {
      const given = this.dice.pick(GIVEN_NAMES);
      const family = this.dice.pick(FAMILY_NAMES);
      const plain = `${plainLetters(given)}.${plainLetters(family)}`;
      const name = number > 50 ? `${plain}${number}` : plain;
      if (!this.names.has(name)) {
        this.names.add(name);
        return { given, family, name };
      }
    }
  }

  private login(given: string, family: string): string {
    const plain = plainLetters(given).slice(0, 1) + plainLetters(family);
    let login = plain;
    for (let number = 2; this.logins.has(login); number++) {
      login = `${plain}${number}`;
    }
    this.logins.add(login);
    return login;
  }
}

/** Times of looking into the inbox, from the beginning of the shift. */
export const LOOKS: Record<Exclude<Habit, 'prompt'>, readonly number[]> = {
  twiceDaily: [20 * MINUTE, 5 * HOUR],
  mornings: [15 * MINUTE],
};
