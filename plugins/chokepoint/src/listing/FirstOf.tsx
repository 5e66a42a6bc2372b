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

import Button from '@material-ui/core/Button';
import { ReactNode, useState } from 'react';
import { useWords } from '../wording/useWords';

interface FirstOfProps<T> {
  items: readonly T[];
  /** How many are shown before one asks for all. */
  first: number;
  children(shown: readonly T[]): ReactNode;
}

/** The first of some rows, and all of them when one asks. */
export function FirstOf<T>({ items, first, children }: FirstOfProps<T>) {
  const t = useWords();
  const [all, setAll] = useState(false);
  return (
    <>
      {children(all ? items : items.slice(0, first))}
      {items.length > first && (
        <div>
          <Button size="small" onClick={() => setAll(!all)}>
            {all
              ? t('inFlight.showFewer')
              : t('inFlight.showAll', { n: String(items.length) })}
          </Button>
        </div>
      )}
    </>
  );
}
