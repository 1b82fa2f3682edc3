// Real-time streams and condition searches: shared between strategies, watched while one of them listens.

import type { Subscription } from 'rxjs';
import { expect, test } from 'vitest';
import type { ConditionEvent } from '#domain/market-event.ts';
import { type Story, TEN, tradingStory } from '#test/support/engine-story.ts';
import { Listener } from '#test/support/listener.ts';

function storyOf(...listeners: Listener[]): Story {
  return tradingStory({ puppets: listeners.map(({ puppet }) => puppet) });
}

function condition(
  story: Story,
  change: ConditionEvent['change'],
  symbols: string[],
  name = 'breakouts',
): string[] {
  return story.take({ type: 'condition', at: story.now, condition: name, change, symbols });
}

const conditionInWords = ({ change, symbols }: ConditionEvent): string => `${change} ${symbols.join(' ')}`;

test('what strategies listen to at the start is what the feed begins with', () => {
  const alpha = new Listener('alpha', {
    atStart: (me, context) => {
      me.listens(context.stream('0w', '005930'), () => '');
      me.listens(context.condition('breakouts'), () => '');
    },
  });
  const story = storyOf(alpha);
  expect(story.engine.interests()).toEqual([
    { type: 'stream', stream: '0w', item: '005930' },
    { type: 'condition', condition: 'breakouts' },
  ]);
});

test('a stream is watched from the first listener to the last, whichever strategy it is of', () => {
  const [alpha, beta] = [new Listener('alpha'), new Listener('beta')];
  const story = storyOf(alpha, beta);
  const subscriptions: Subscription[] = [];
  const listens = (me: Listener): string[] =>
    me.does(story, ({ stream }) => {
      const values = me.listens(
        stream('0w', '005930'),
        ({ item, values }) => `${item} ${values.netBuyQuantity}`,
      );
      subscriptions.push(values);
    });
  expect(listens(alpha)).toEqual(['watch stream 0w 005930']);
  expect(listens(beta)).toEqual([]);
  const message = { type: 'stream', stream: '0w', values: { netBuyQuantity: 7 } } as const;
  story.take({ ...message, at: story.now, item: '005930' });
  story.take({ ...message, at: story.now, item: '000660' });
  expect([alpha.news(), beta.news()]).toEqual([['005930 7'], ['005930 7']]);
  expect(alpha.does(story, () => subscriptions[0]?.unsubscribe())).toEqual([]);
  expect(beta.does(story, () => subscriptions[1]?.unsubscribe())).toEqual(['unwatch stream 0w 005930']);
});

test('a stream without an item shows messages about everything', () => {
  const alpha = new Listener('alpha', {
    atStart: (me, { stream }) => void me.listens(stream('1h'), ({ item }) => item),
  });
  const story = storyOf(alpha);
  for (const item of ['005930', '000660']) {
    story.take({ type: 'stream', at: story.now, stream: '1h', item, values: {} });
  }
  expect(alpha.news()).toEqual(['005930', '000660']);
});

test('leaving and coming back while one event is handled is no news to the feed', () => {
  const alpha = new Listener('alpha');
  const story = storyOf(alpha);
  let subscription: Subscription | undefined;
  alpha.does(story, ({ stream }) => {
    subscription = stream('0w', '005930').subscribe();
  });
  const outcome = alpha.does(story, ({ stream }) => {
    subscription?.unsubscribe();
    stream('0w', '005930').subscribe();
  });
  expect(outcome).toEqual([]);
});

test('who listens to a condition later is told its members first', () => {
  const [alpha, beta] = [new Listener('alpha'), new Listener('beta')];
  const story = storyOf(alpha, beta);
  const listens = (me: Listener): string[] =>
    me.does(story, (context) => void me.listens(context.condition('breakouts'), conditionInWords));
  expect(listens(alpha)).toEqual(['watch condition breakouts']);
  condition(story, 'entered', ['035720']); // before the members are known: of no use to a later one
  condition(story, 'members', ['005930', '000660']);
  condition(story, 'left', ['005930']);
  condition(story, 'entered', ['051910']);
  condition(story, 'entered', ['111111'], 'another');
  listens(beta);
  condition(story, 'members', ['005930']);
  expect(alpha.news()).toEqual([
    'entered 035720',
    'members 005930 000660',
    'left 005930',
    'entered 051910',
    'members 005930',
  ]);
  expect(beta.news()).toEqual(['members 000660 051910', 'members 005930']);
});

test('members are forgotten when nobody listened for a while', () => {
  const alpha = new Listener('alpha');
  const story = storyOf(alpha);
  let subscription: Subscription | undefined;
  const listens = (): void => {
    alpha.does(story, (context) => {
      subscription = alpha.listens(context.condition('breakouts'), conditionInWords);
    });
  };
  listens();
  condition(story, 'members', ['005930']);
  alpha.does(story, () => subscription?.unsubscribe());
  condition(story, 'left', ['005930']);
  alpha.news();
  listens();
  expect(alpha.news()).toEqual([]);
});

test('what cannot be watched is told to strategies', () => {
  const alpha = new Listener('alpha', {
    atStart: (me, { refusals$ }) => void me.listens(refusals$, ({ about, code }) => `${about} ${code}`),
  });
  const story = storyOf(alpha);
  const refused = {
    type: 'watch-refused',
    what: 'instrument',
    about: '035720',
    code: 'limit-reached',
  } as const;
  expect(story.take({ ...refused, at: TEN, limit: 95, actual: 96, detail: null })).toEqual([]);
  expect(alpha.news()).toEqual(['035720 limit-reached']);
});
