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

import { EntityFigures } from 'backstage-plugin-chokepoint-common';
import { formatRatio } from './figureText';
import { PartyName } from './PartyName';
import { Sentence, sentenceOf } from './sentence';
import { useWords, Words } from './useWords';

type First = NonNullable<Extract<Sentence, { kind: 'waiting' }>['first']>;

function purposeText({ purpose, party }: First, t: Words): JSX.Element {
  if (purpose === 'unrequested') {
    return <>{t('sentence.purpose.unrequested')}</>;
  }
  return t(`sentence.purpose.${purpose}`, {
    party: <PartyName party={party} inSentence />,
  });
}

interface SentenceTextProps {
  figures: Pick<EntityFigures, 'figures' | 'waitingOn'>;
}

/** The sentence that comes before every chart. */
export function SentenceText({ figures }: SentenceTextProps) {
  const t = useWords();
  const sentence = sentenceOf(figures);
  switch (sentence.kind) {
    case 'none':
      return <>{t('sentence.none')}</>;
    case 'tooFew':
      return <>{t('sentence.tooFew', { n: String(sentence.n) })}</>;
    case 'waiting': {
      const share = <strong>{formatRatio(sentence.share)}</strong>;
      const { first } = sentence;
      if (!first) {
        return t('sentence.waiting', { share });
      }
      const purpose = purposeText(first, t);
      return first.most
        ? t('sentence.most', { share, purpose })
        : t('sentence.largest', {
            share,
            part: formatRatio(first.share),
            purpose,
          });
    }
    default: {
      const unknown: never = sentence;
      return unknown;
    }
  }
}
