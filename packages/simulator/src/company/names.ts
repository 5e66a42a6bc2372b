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

/** Given names, of people in the regions where the company has offices. */
export const GIVEN_NAMES = [
  'Mara',
  'Jonas',
  'Aylin',
  'Felix',
  'Greta',
  'Tarek',
  'Lena',
  'Oskar',
  'Paula',
  'Henrik',
  'Inês',
  'Tiago',
  'Beatriz',
  'Duarte',
  'Leonor',
  'Rui',
  'Marta',
  'Nuno',
  'Zofia',
  'Kacper',
  'Hanna',
  'Piotr',
  'Maja',
  'Tomasz',
  'Alicja',
  'Mateusz',
  'Priya',
  'Arjun',
  'Meera',
  'Rohan',
  'Ananya',
  'Vikram',
  'Kavya',
  'Sanjay',
  'Nisha',
  'Emily',
  'Marcus',
  'Dana',
  'Caleb',
  'Naomi',
  'Jordan',
  'Elena',
  'Samuel',
  'Ruth',
  'Noor',
  'Kofi',
  'Yuki',
  'Mei',
];

/** Family names. */
export const FAMILY_NAMES = [
  'Lindqvist',
  'Brandt',
  'Yilmaz',
  'Hoffmann',
  'Krüger',
  'Haddad',
  'Vogel',
  'Neumann',
  'Sommer',
  'Ferreira',
  'Almeida',
  'Carvalho',
  'Pinto',
  'Moreira',
  'Teixeira',
  'Nowak',
  'Wójcik',
  'Kowalczyk',
  'Mazur',
  'Zieliński',
  'Sikora',
  'Sharma',
  'Iyer',
  'Kulkarni',
  'Menon',
  'Reddy',
  'Bhatt',
  'Chowdhury',
  'Okafor',
  'Mensah',
  'Bennett',
  'Castillo',
  'Whitfield',
  'Nakamura',
  'Rosen',
  'Delgado',
  'Fitzgerald',
  'Abara',
  'Tran',
  'Olsen',
];

/** Writes a name with the letters of a login. */
export function plainLetters(name: string): string {
  return name
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/[^\p{Letter}-]/gu, '')
    .toLowerCase();
}

/** What work items and changes are about, by the type of work it is. */
export const INTENTS = {
  corePlatform: {
    labels: ['core', 'refactoring', 'performance', 'infrastructure'],
    verbs: ['Rework', 'Split', 'Speed up', 'Replace', 'Simplify'],
    things: [
      'retry handling',
      'the read model',
      'session storage',
      'connection pooling',
      'the event schema',
      'batch import',
      'the cache layer',
      'timeouts',
      'the domain events',
      'id generation',
    ],
  },
  uxIteration: {
    labels: ['ux', 'ui', 'design'],
    verbs: ['Polish', 'Rearrange', 'Shorten', 'Clarify', 'Restyle'],
    things: [
      'the empty state',
      'error messages',
      'the address form',
      'the filter bar',
      'the confirmation step',
      'keyboard focus',
      'the mobile menu',
      'date pickers',
      'the substitution dialog',
      'loading states',
    ],
  },
  contentAndConfiguration: {
    labels: ['content', 'config', 'translation'],
    verbs: ['Update', 'Translate', 'Correct', 'Add', 'Retire'],
    things: [
      'delivery texts',
      'the holiday banner',
      'allergen notices',
      'feature flags',
      'postcode areas',
      'e-mail templates',
      'legal notes',
      'opening hours',
      'the help pages',
      'price labels',
    ],
  },
  experiment: {
    labels: ['experiment', 'instrumentation', 'analytics'],
    verbs: ['Measure', 'Try', 'Track', 'Compare', 'Instrument'],
    things: [
      'basket suggestions',
      'a shorter checkout',
      'slot popularity',
      'search without results',
      'voucher reminders',
      'recipe recommendations',
      'page speed',
      'cancelled deliveries',
      'repeat orders',
      'stock predictions',
    ],
  },
  operationalFix: {
    labels: ['bug', 'fix', 'regression', 'security'],
    verbs: ['Fix', 'Stop', 'Repair', 'Guard against', 'Handle'],
    things: [
      'double bookings',
      'stale prices',
      'a memory leak',
      'lost webhooks',
      'rounding of refunds',
      'expired tokens',
      'empty manifests',
      'duplicate invoices',
      'slow queries',
      'missing stock updates',
    ],
  },
  other: {
    labels: ['enhancement', 'feature'],
    verbs: ['Allow', 'Show', 'Offer', 'Support', 'Let customers see'],
    things: [
      'partial deliveries',
      'gift orders',
      'reusable boxes',
      'favourite drivers',
      'weekly baskets',
      'group orders',
      'price alerts',
      'delivery notes',
      'substitutes',
      'store pick-up',
    ],
  },
} as const;

/** The type of work of an intent. */
export type WorkType = keyof typeof INTENTS;
