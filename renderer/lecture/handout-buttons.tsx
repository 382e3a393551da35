// The scenes on paper, as a page to print and as text. Counterpart: lessons/playlists/handout.ts writes them.

import type { Playlist } from '../../contract/lecture/playlist.ts';
import type { CutScene } from '../../lessons/playlists/cut.ts';
import { handoutPage, handoutText, type HandoutWords } from '../../lessons/playlists/handout.ts';
import { download } from '../session/download.ts';
import { t } from '../text/t.ts';

export function HandoutButtons({ playlist, scenes }: { playlist: Playlist; scenes: readonly CutScene[] }) {
  const handout = { title: playlist.title, about: playlist.about, scenes };
  const give = (text: string, type: string, ending: string) =>
    download(new Blob([text], { type }), `${playlist.id}.${ending}`);
  return (
    <section aria-label={t('handout.title')}>
      <h3 className="lecture__heading">{t('handout.title')}</h3>
      <p className="soft small">{t('handout.about')}</p>
      <p className="lecture__acts">
        <button
          type="button"
          className="plain-button"
          onClick={() => give(handoutPage(handout, words(), 'en'), 'text/html', 'html')}
        >
          {t('handout.page')}
        </button>
        <button
          type="button"
          className="plain-button"
          onClick={() => give(handoutText(handout, words()), 'text/plain', 'txt')}
        >
          {t('handout.text')}
        </button>
      </p>
    </section>
  );
}

function words(): HandoutWords {
  return {
    scene: (at) => t('handout.scene', { at }),
    predict: t('handout.predict'),
    typed: t('handout.typed'),
    at: (host) => t('handout.at', { host }),
    look: t('handout.look'),
    yours: t('handout.yours'),
  };
}
