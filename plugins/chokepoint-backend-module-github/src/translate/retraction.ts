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
import { FlowEvent } from 'chokepoint-flow';
import { TranslationContext } from './TranslationContext';

/**
 * Takes back what the first edition of the model said of a fact that is now
 * reported in other words and under another id. Nothing where the repository was
 * never read in the first edition.
 */
export function retraction(
  fact: { id: string; subject: string; at: string },
  { source, readBefore }: TranslationContext,
): FlowEvent[] {
  return readBefore
    ? [
        {
          id: `${fact.id}:retracted`,
          source,
          type: 'fact.retracted',
          subject: fact.subject,
          at: fact.at,
          data: { id: fact.id },
        },
      ]
    : [];
}
