// Where a lecture is chosen and made ready: the playlist and its cut, the check on this machine, one's own names, handouts, the
// doors for followers. Counterpart: lecture-desk.ts gives it. Rule: nothing is on the stage, and no door open, before a press here.

import { useState } from 'react';

import { CUTS, type Cut, type Playlist } from '../../contract/lecture/playlist.ts';
import { rename } from '../../lessons/playlists/own-names.ts';
import type { OwnNames } from '../../lessons/playlists/own-names.ts';
import { readPlaylist } from '../../lessons/playlists/read-playlist.ts';
import { problemLine } from '../../lessons/source/problem.ts';
import { scenesOf } from '../../lessons/playlists/cut.ts';
import { pickFile } from '../session/pick-file.ts';
import { t } from '../text/t.ts';
import { HallPanel } from './hall-panel.tsx';
import { HandoutButtons } from './handout-buttons.tsx';
import './lecture.css';
import type { ChosenPlaylist } from './lecture-state.ts';
import { NamesForm } from './names-form.tsx';
import { shippedPlaylists } from './playlist-files.ts';
import { PreflightPanel } from './preflight-panel.tsx';
import { useLecture, useLectureDesk } from './use-lecture.ts';

export function LecturePage() {
  const desk = useLectureDesk();
  const failure = useLecture((state) => state.failure);
  const [playlists, setPlaylists] = useState(shippedPlaylists);
  const [chosen, setChosen] = useState(playlists[0]?.playlist.id);
  const [cut, setCut] = useState<Cut>(15);
  const [names, setNames] = useState<OwnNames>();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const found = playlists.find(({ playlist: { id } }) => id === chosen);
  const playlist = found?.playlist;
  const open = () =>
    pickFile('.yaml,.yml,.json', (file) => {
      void file.text().then((text) => {
        const read = readPlaylist(file.name, text);
        setProblems(read.ok ? [] : read.problems.map(problemLine));
        if (!read.ok) return;
        const { playlist } = read;
        const isOther = (known: ChosenPlaylist) => known.playlist.id !== playlist.id;
        setPlaylists((known) => [...known.filter(isOther), { playlist, file: text }]);
        setChosen(playlist.id);
      });
    });
  return (
    <div className="lecture">
      <div className="lecture__main">
        <h2 className="lecture__title">{t('lecture.heading')}</h2>
        <p className="lecture__about">{t('lecture.about')}</p>
        <fieldset className="lecture__list">
          <legend className="sr">{t('lecture.playlists')}</legend>
          {playlists.map(({ playlist: one }) => (
            <label key={one.id} className="lecture__playlist">
              <input
                type="radio"
                name="playlist"
                value={one.id}
                checked={one.id === chosen}
                onChange={() => setChosen(one.id)}
              />
              <span className="lecture__name">{one.title}</span>
              <span className="lecture__what">{one.about}</span>
            </label>
          ))}
        </fieldset>
        <p>
          <button type="button" className="link-button" onClick={open}>
            {t('lecture.openFile')}
          </button>
        </p>
        {problems.length > 0 && (
          <div role="alert" className="lecture__problems">
            <p>{t('lecture.badFile')}</p>
            <pre>{problems.join('\n')}</pre>
          </div>
        )}
        {found && playlist && (
          <>
            <fieldset className="lecture__cuts">
              <legend>{t('lecture.cut')}</legend>
              {CUTS.map((one) => (
                <label key={one}>
                  <input type="radio" name="cut" checked={one === cut} onChange={() => setCut(one)} />{' '}
                  {t('lecture.minutes', { count: one })}
                </label>
              ))}
              <button type="button" className="lecture__begin" onClick={() => void desk.begin(found, cut, names)}>
                {t('lecture.begin')}
              </button>
              <button type="button" className="plain-button" onClick={() => desk.openNotes()}>
                {t('lecture.openNotes')}
              </button>
            </fieldset>
            <p className="soft small">{t('lecture.keysHint')}</p>
            {failure !== undefined && <p role="alert">{failure}</p>}
            <Scenes playlist={names ? rename(playlist, names) : playlist} cut={cut} names={names} />
          </>
        )}
      </div>
      <div className="lecture__side">
        <HallPanel />
        <NamesForm names={names} onNames={setNames} />
      </div>
    </div>
  );
}

function Scenes({ playlist, cut, names }: { playlist: Playlist; cut: Cut; names: OwnNames | undefined }) {
  const scenes = scenesOf(playlist, cut);
  return (
    <section aria-label={t('lecture.scenes')}>
      <h3 className="lecture__heading">{t('lecture.scenes')}</h3>
      <ol className="lecture__scenes">
        {scenes.map((scene) => (
          <li key={scene.id}>
            {scene.title}
            {scene.question && <span className="soft small"> {t('lecture.asks')}</span>}
          </li>
        ))}
      </ol>
      <PreflightPanel key={`${playlist.id} ${cut}`} scenes={scenes} names={names} />
      <HandoutButtons playlist={playlist} scenes={scenes} />
    </section>
  );
}
