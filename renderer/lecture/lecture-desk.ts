// A lecture under way: which scene, which beat, what the hall sees, the question that is open, the doors for followers.
// Counterpart: lessons/playlists/ has the scenes, engine/followers/ the doors; the views of this folder read the store. Rule: the
// stage is worked out from this state alone and told to the engine, which hands it on; each scene can be begun at any time.

import { createStore } from 'zustand/vanilla';

import type { CommandName } from '../../contract/commands.ts';
import type { Cut, Playlist } from '../../contract/lecture/playlist.ts';
import { type Counts, STAGE_PANELS } from '../../contract/lecture/stage.ts';
import { type OwnNames, rename } from '../../lessons/playlists/own-names.ts';
import { type CutScene, scenesOf } from '../../lessons/playlists/cut.ts';
import { catchUp, type StageLab } from '../../lessons/playlists/stagehand.ts';
import type { Bench } from '../app/use-bench.ts';
import { hostSheet } from '../host/host-sheet-store.ts';
import { describeFailure } from '../inbox/failure.ts';
import { t } from '../text/t.ts';
import { showMoment } from '../store/bench-store.ts';
import { LectureLab } from './lecture-lab.ts';
import type { LectureState, Running } from './lecture-state.ts';
import { STAGE_LIMITS } from './limits.ts';
import { notesOf } from './notes.ts';
import { hostOf, stageOf } from './stage-of.ts';
import { watchStatus } from './status-watch.ts';
import { typeLines } from './typist.ts';
import { ask, countedIn, further, hasAnswers, reveal, type Voting } from './vote-round.ts';

interface Parts {
  wait: (ms: number) => Promise<void>;
  chance: () => number;
  /** Real time. */
  now_ms: () => number;
  isStill: () => boolean;
  /** The window of the notes; false where there can't be one. */
  openWindow: () => boolean;
}

export class LectureDesk {
  readonly store = createStore<LectureState>()(() => ({
    running: undefined,
    status: undefined,
    failure: undefined,
    recordings: new Map(),
    hasNotes: false,
  }));
  readonly #bench: Bench;
  readonly #parts: Parts;
  readonly #lab: LectureLab;
  /** Counts preparations and beats: whoever was overtaken stops. */
  #turn = 0;
  #isHurried = false;
  #questions = 0;
  #told = '';

  constructor(bench: Bench, parts: Parts) {
    this.#bench = bench;
    this.#parts = parts;
    this.#lab = new LectureLab(bench.source, bench.store);
    bench.store.subscribe(() => this.#tellStage());
    this.store.subscribe(() => this.#tellStage());
    void watchStatus(bench.source.dispatch, parts.wait, {
      onStatus: (status) => this.store.setState({ status }),
      onPress: (key) => void this[key](),
    });
  }

  /** Puts a playlist on the stage. */
  async begin(playlist: Playlist, cut: Cut, names?: OwnNames): Promise<void> {
    const named = names ? rename(playlist, names) : playlist;
    const scenes = scenesOf(named, cut);
    const [first] = scenes;
    if (!first) return;
    this.#bench.settings.enlarge(STAGE_LIMITS.typeFactor);
    this.#bench.frame.setState({ place: 'lab', sheet: undefined });
    const running: Running = {
      ...{ playlist: named, cut, scenes, names, at: 0, beat: 0, phase: 'preparing', panels: first.panels },
      ...{ zoom: undefined, voting: undefined, isBlack: false, isSpot: false, frozen: undefined },
      began_ms: this.#parts.now_ms(),
    };
    this.store.setState({ running, failure: undefined });
    await this.#prepare(0);
  }

  /** The curtain: everything is as it was before. */
  async end(): Promise<void> {
    this.#turn += 1;
    this.store.setState({ running: undefined, failure: undefined });
    const { settings, frame, store } = this.#bench;
    settings.enlarge(undefined);
    showMoment(store, undefined);
    frame.setState({ place: 'lecture', isShellOpen: false });
    await this.#lab.goBack();
  }

  // The presenter's keys.

  /** The next beat, or the next scene; answers that nobody has seen first; while something is typed, the rest of it at once. */
  async next(): Promise<void> {
    const { running } = this.store.getState();
    if (!running || running.phase === 'preparing') return;
    if (running.phase === 'typing') {
      this.#isHurried = true;
      return;
    }
    // A remote control has no other key: what the hall answered is seen before it goes on.
    if (running.voting && hasAnswers(running.voting, this.store.getState().status?.answers)) return this.reveal();
    const beat = running.scenes[running.at]?.beats[running.beat];
    if (beat) await this.#play(beat);
    else if (running.at + 1 < running.scenes.length) await this.#prepare(running.at + 1);
  }

  /** The beat counts as done: the presenter has typed it. */
  skip(): void {
    const { running } = this.store.getState();
    if (running?.phase !== 'ready') return;
    const beats = running.scenes[running.at]?.beats ?? [];
    const beat = beats[running.beat];
    if (!beat) return;
    const look = 'look' in beat ? beat.look : undefined;
    this.#change({ beat: running.beat + 1, voting: undefined, ...(look ? { panels: look, zoom: undefined } : {}) });
  }

  /** The beginning of this scene, or the scene before it. */
  async back(): Promise<void> {
    const { running } = this.store.getState();
    if (running) await this.#prepare(running.beat > 0 ? running.at : Math.max(0, running.at - 1));
  }

  async goTo(at: number): Promise<void> {
    await this.#prepare(at);
  }

  /** Whatever went wrong: this scene from its start, in a fresh lab. */
  async rescue(): Promise<void> {
    const { running } = this.store.getState();
    if (running) await this.#prepare(running.at);
  }

  black(): void {
    this.#with((running) => ({ isBlack: !running.isBlack }));
  }

  spot(): void {
    this.#with((running) => ({ isSpot: !running.isSpot }));
  }

  /** The stage stands still, and followers hear of nothing, until it is pressed again. */
  freeze(): void {
    const { store } = this.#bench;
    this.#with((running) => {
      if (running.frozen) {
        showMoment(store, undefined);
        return { frozen: undefined };
      }
      const { history, live } = store.getState();
      const seq = history.last;
      return { frozen: { run: live.lab.run, seq } };
    });
    const { frozen } = this.store.getState().running ?? {};
    // What comes from now on isn't shown: the moment is named, also while it is still the last.
    if (frozen) store.setState({ cursor: frozen.seq });
  }

  /** One panel more and more alone; after the last the scene's own again. */
  zoom(): void {
    this.#with(({ zoom, panels }) => {
      const order = STAGE_PANELS.filter((panel) => panels.includes(panel) && panel !== 'shell');
      return { zoom: zoom === undefined ? order[0] : order[order.indexOf(zoom) + 1] };
    });
  }

  /** The sheet of the host at which something was typed last, or away with it. */
  zoomHost(): void {
    const { running } = this.store.getState();
    if (!running) return;
    if (hostSheet.shown !== undefined) return hostSheet.close();
    const host = hostOf(running, this.#bench.store.getState());
    if (host !== undefined) hostSheet.open(host);
  }

  /** What this scene showed when it was checked, in place of what fails now; or back to the lab. */
  async recorded(): Promise<void> {
    const { sessions, store } = this.#bench;
    const { running, recordings } = this.store.getState();
    if (store.getState().link.name === 'session') return sessions.close();
    const scene = running?.scenes[running.at];
    const file = scene && recordings.get(scene.id);
    if (file) await sessions.open(file, scene.title);
    else this.store.setState({ failure: t('stage.noRecording') });
  }

  /** Keeps a recording of a scene. */
  record(scene: string, file: Blob): void {
    this.store.setState({ recordings: new Map([...this.store.getState().recordings, [scene, file]]) });
  }

  // Questions.

  /** Ask, discuss, ask again, show, and away. */
  vote(): void {
    this.#with(({ voting, scenes, at }) => {
      if (voting) return { voting: further(voting, this.#counted(voting)) };
      const question = scenes[at]?.question;
      return question ? { voting: ask(question, (this.#questions += 1)) } : {};
    });
  }

  /** Straight to the chart. */
  reveal(): void {
    this.#with(({ voting }) => (voting ? { voting: reveal(voting, this.#counted(voting)) } : {}));
  }

  /** So many hands for this answer, counted by eye. */
  hands(option: string, count: number): void {
    this.#with(({ voting }) => (voting ? { voting: { ...voting, hands: { ...voting.hands, [option]: count } } } : {}));
  }

  /** How followers answered in the round that is open. */
  #counted(voting: Voting): Counts {
    return countedIn(voting, this.store.getState().status?.answers);
  }

  // Followers and notes.

  openDoors(address: string, port: number): Promise<void> {
    return this.#try(async () => {
      await this.#bench.source.dispatch('lecture.openHall', { address, port });
    });
  }

  closeDoors(): Promise<void> {
    return this.#try(async () => {
      await this.#bench.source.dispatch('lecture.closeHall', {});
    });
  }

  /** Notes in a second window; on this screen where there can't be one. */
  openNotes(): void {
    if (!this.#parts.openWindow()) this.store.setState({ hasNotes: true });
  }

  toggleNotes(): void {
    this.store.setState({ hasNotes: !this.store.getState().hasNotes });
  }

  // Playing.

  /** The lab as this scene begins. */
  async #prepare(at: number): Promise<void> {
    const { running } = this.store.getState();
    const scene = running?.scenes[at];
    if (!running || !scene) return;
    const turn = (this.#turn += 1);
    const { frame, store } = this.#bench;
    showMoment(store, undefined);
    if (hostSheet.shown !== undefined) hostSheet.close();
    this.#change({
      ...{ at, beat: 0, phase: 'preparing', panels: scene.panels, zoom: undefined },
      ...{ voting: undefined, frozen: undefined, isBlack: false },
    });
    await this.#try(async () => {
      if (store.getState().link.name === 'session') {
        this.#bench.sessions.close();
        await this.#lab.live();
      }
      await this.#lab.open(scene.start.topology, running.names);
      if (turn !== this.#turn) return;
      const { dispatch } = this.#bench.source;
      const send: StageLab['send'] = <C extends CommandName>(command: C, args: Parameters<typeof dispatch<C>>[1]) => {
        if (turn !== this.#turn) throw new Error('another scene was begun');
        return dispatch(command, args);
      };
      await catchUp({ send }, scene);
      frame.setState({ isShellOpen: true });
      this.#sitDown(scene);
      store.setState({ chosen: undefined });
    }, turn);
    if (turn === this.#turn) this.#change({ phase: this.store.getState().failure === undefined ? 'ready' : 'failed' });
  }

  /** Where the first line will be typed: the hall sees whose computer it is before anything happens. */
  #sitDown({ panels, beats }: CutScene): void {
    const typed = beats.find((beat) => 'type' in beat);
    if (typed && panels.includes('shell')) void this.#bench.hand.sitAt(typed.as);
  }

  async #play(beat: CutScene['beats'][number]): Promise<void> {
    const turn = (this.#turn += 1);
    const look = 'look' in beat ? beat.look : undefined;
    if (look) this.#change({ panels: look, zoom: undefined });
    this.#change({ voting: undefined });
    if ('ask' in beat) this.vote();
    if ('type' in beat) {
      this.#isHurried = this.#parts.isStill();
      this.#change({ phase: 'typing' });
      await this.#try(async () => {
        const session = await this.#bench.hand.sitAt(beat.as);
        const { wait, chance } = this.#parts;
        await typeLines(session, beat.type, {
          wait,
          chance,
          isHurried: () => this.#isHurried,
          isOff: () => turn !== this.#turn,
          rest: () => this.#bench.source.dispatch('lab.settled', {}),
        });
      }, turn);
    }
    if (turn !== this.#turn) return;
    this.#with((running) => ({ beat: running.beat + 1, phase: 'ready' }));
  }

  async #try(act: () => Promise<void>, turn = this.#turn): Promise<void> {
    this.store.setState({ failure: undefined });
    try {
      await act();
    } catch (error) {
      // Who was overtaken has nothing to complain about.
      if (turn === this.#turn) this.store.setState({ failure: describeFailure(error) });
    }
  }

  #change(change: Partial<Running>): void {
    this.#with(() => change);
  }

  #with(change: (running: Running) => Partial<Running>): void {
    const { running } = this.store.getState();
    if (running) this.store.setState({ running: { ...running, ...change(running) } });
  }

  // The stage.

  /** Tells the frame and the engine what stands on the stage, when it is something else. */
  #tellStage(): void {
    const { running } = this.store.getState();
    const stage = running && stageOf(running, this.#bench.store.getState());
    const notes = running && notesOf(running, this.store.getState().status?.answers);
    const text = JSON.stringify([stage, notes]);
    if (text === this.#told) return;
    const isOver = this.#told !== '' && !stage;
    this.#told = text;
    if (!stage && !isOver) return;
    this.#bench.frame.setState({ stage });
    this.#bench.source
      .dispatch('lecture.show', { stage: stage ?? null, ...(notes ? { notes } : {}) })
      // Nobody hears of it now; the next change tells all of it.
      .catch(() => (this.#told = ''));
  }
}
