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

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import {
  chokepointPersonReadPermission,
  UnmatchedCount,
  UnmatchedPage,
} from 'backstage-plugin-chokepoint-common';
import { useId } from 'react';
import { PAGE_SIZE } from '../api/paging';
import { useUnmatched } from '../api/unmatchedReadings';
import { Section } from '../layout/Section';
import { BODY } from '../palette/text';
import { Answer } from '../states/Answer';
import { Parameters, useParameters } from '../url/navigation';
import { formatDay } from '../wording/date';
import { useWords } from '../wording/useWords';
import { UnmatchedTable } from './UnmatchedTable';

const useStyles = makeStyles(theme => ({
  head: { margin: 0, font: 'inherit' },
  toggle: {
    ...BODY,
    justifyContent: 'flex-start',
    textAlign: 'left',
    padding: theme.spacing(0.5, 0),
  },
  arrow: {
    transition: theme.transitions.create('transform'),
    '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
  },
  turned: { transform: 'rotate(180deg)' },
  name: { fontWeight: 600 },
  count: { color: theme.palette.text.secondary },
  line: { margin: 0 },
}));

interface KindProps {
  count: UnmatchedCount;
  entityRef?: string;
  address: Parameters;
}

function Items({ count: { kind, withheld }, entityRef, address }: KindProps) {
  const t = useWords();
  const cursor = address.params.get('unmatchedFrom') ?? undefined;
  const reading = useUnmatched({ kind, entityRef, cursor, limit: PAGE_SIZE });
  return (
    <Answer reading={reading} failed={t('unmatched.failed')} height={120}>
      {({ items, nextCursor }) => (
        <>
          {withheld && (
            <div>
              {t('unmatched.withheld', {
                permission: chokepointPersonReadPermission.name,
              })}
            </div>
          )}
          {items.length > 0 && (
            <UnmatchedTable label={t(`unmatched.kind.${kind}`)} items={items} />
          )}
          {cursor && (
            <Button
              size="small"
              onClick={() => address.go({ unmatchedFrom: undefined })}
            >
              {t('unmatched.first')}
            </Button>
          )}
          {nextCursor && (
            <Button
              size="small"
              onClick={() => address.go({ unmatchedFrom: nextCursor })}
            >
              {t('unmatched.next')}
            </Button>
          )}
        </>
      )}
    </Answer>
  );
}

function Kind(props: KindProps) {
  const { count, address } = props;
  const { kind, values, n, since } = count;
  const classes = useStyles();
  const t = useWords();
  const id = useId();
  const open = address.params.get('unmatched') === kind;
  return (
    <div>
      <h3 className={classes.head}>
        <Button
          fullWidth
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={() =>
            address.go({
              unmatched: open ? undefined : kind,
              unmatchedFrom: undefined,
            })
          }
          endIcon={
            <ExpandMoreIcon
              aria-hidden
              className={`${classes.arrow} ${open ? classes.turned : ''}`}
            />
          }
        >
          <span>
            <span className={classes.name}>{t(`unmatched.kind.${kind}`)}</span>{' '}
            <span className={classes.count}>
              {t('unmatched.summary', {
                values: values.toLocaleString('en'),
                n: n.toLocaleString('en'),
                since: since ? formatDay(since) : '–',
              })}
            </span>
          </span>
        </Button>
      </h3>
      <div id={id}>{open && <Items {...props} />}</div>
    </div>
  );
}

interface KindsProps {
  page: UnmatchedPage;
  entityRef?: string;
  address: Parameters;
}

function Kinds({ page: { kinds }, ...rest }: KindsProps) {
  const t = useWords();
  if (kinds.length === 0) {
    return <div>{t('unmatched.none')}</div>;
  }
  return (
    <>
      {kinds.map(count => (
        <Kind key={count.kind} count={count} {...rest} />
      ))}
    </>
  );
}

/** What was named and found nothing, by kind; a kind is read when it is opened. */
export function UnmatchedSection() {
  const classes = useStyles();
  const t = useWords();
  const address = useParameters();
  const entityRef = address.params.get('entity') ?? undefined;
  // The sums come with any page.
  const reading = useUnmatched({ entityRef, limit: 1 });
  return (
    <Section
      title={t('unmatched.title')}
      hint={t('unmatched.hint')}
      busy={reading.loading}
    >
      {entityRef && (
        <p className={classes.line}>
          {t('unmatched.ofEntity', {
            entity: <EntityRefLink entityRef={entityRef} hideIcon />,
          })}{' '}
          <Button
            size="small"
            onClick={() =>
              address.go({ entity: undefined, unmatchedFrom: undefined })
            }
          >
            {t('unmatched.ofAll')}
          </Button>
        </p>
      )}
      <Answer reading={reading} failed={t('unmatched.failed')} height={160}>
        {page => <Kinds page={page} entityRef={entityRef} address={address} />}
      </Answer>
    </Section>
  );
}
