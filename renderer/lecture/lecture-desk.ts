// A lecture under way: which scene, which beat, what the hall sees, the question that is open, the doors for followers.
// Counterpart: lessons/playlists/ has the scenes, engine/followers/ the doors; the views of this folder read the store. Rule: the
// stage is worked out from this state alone and told to the engine, which hands it on; each scene can be begun at any time.

import { createStore } from 'zustand/vanilla';

import type { Cut } from '../../contract/lecture/playlist.ts';
import { type Counts, STAGE_PANELS, type StageThing } from '../../contract/lecture/stage.ts';
import type { OwnNames } from '../../lessons/playlists/own-names.ts';
import type { CutScene } from '../../lessons/playlists/cut.ts';
import type { Bench } from '../app/use-bench.ts';
import { hostSheet } from '../host/host-sheet-store.ts';
import { describeFailure } from '../inbox/failure.ts';
import { t } from '../text/t.ts';
import { showMoment } from '../store/bench-store.ts';
import { keptOf, readKept } from './kept-lecture.ts';
import { LectureLab } from './lecture-lab.ts';
import type { ChosenPlaylist, LectureParts, LectureState, Running } from './lecture-state.ts';
import { STAGE_LIMITS } from './limits.ts';
import { RecordedScene } from './recorded-scene.ts';
import { firstOf } from './running.ts';
import { hostOf } from './stage-of.ts';
import { tellStage } from './stage-teller.ts';
import { watchStatus } from './status-watch.ts';
import { typeLines } from './typist.ts';
import { ask, countedIn, further, hasAnswers, reveal, type Voting } from './vote-round.ts';

export class LectureDesk {
  readonly store = createStore<LectureState>()(() => ({
    running: undefined,
    status: undefined,
    failure: undefined,
    recordings: new Map(),
    hasNotes: false,
  }));
  readonly #bench: Bench;
  readonly #parts: LectureParts;
  readonly #lab: LectureLab;
  /** Counts preparations and beats: whoever was overtaken stops. */
  #turn = 0;
  readonly #recorded: RecordedScene;
  #isHurried = false;
  #questions = 0;

  constructor(bench: Bench, parts: LectureParts) {
    this.#bench = bench;
    this.#parts = parts;
    this.#lab = new LectureLab(bench.source, bench.store);
    this.#recorded = new RecordedScene(bench, parts.line);
    tellStage(bench, this.store, this.#recorded.dispatch);
    this.store.subscribe(({ running, hasNotes }, before) => {
      if (!running || (running === before.running && hasNotes === before.hasNotes)) return;
      parts.kept.remember(keptOf(running, hasNotes, this.#lab.home));
    });
    void watchStatus(this.#recorded.dispatch, parts.wait, {
      onStatus: (status) => this.store.setState({ status }),
      onPress: (key) => void this[key](),
    });
  }

  /** Puts a playlist on the stage. */
  async begin(chosen: ChosenPlaylist, cut: Cut, names?: OwnNames): Promise<void> {
    this.#open(chosen, cut, names);
    await this.#prepare(0);
  }

  /** The page was loaded again: the lecture goes on where it was, in a fresh lab in which all of it has happened again. */
  async resume(): Promise<void> {
    const kept = readKept(this.#parts.kept.recall());
    if (!kept) return this.#parts.kept.forget();
    const { chosen, cut, names, at, beat, began_ms, hasNotes, home, voting } = kept;
    this.#lab.home = home;
    this.#questions = voting?.number ?? 0;
    this.#open(chosen, cut, names);
    this.store.setState({ hasNotes });
    this.#change({ at, began_ms });
    await this.#lab.live();
    await this.#prepare(at);
    for (let done = 0; done < beat; done += 1) {
      const { running } = this.store.getState();
      const next = running?.scenes[at]?.beats[done];
      // The presenter was quicker, or something went wrong.
      if (running?.phase !== 'ready' || running.at !== at || running.beat !== done || !next) return;
      await this.#play(next, true);
    }
    const question = this.store.getState().running?.scenes[at]?.question;
    this.#change({ voting: voting && question ? { ...voting, question } : undefined });
  }

  #open(chosen: ChosenPlaylist, cut: Cut, names: OwnNames | undefined): void {
    const running = firstOf(chosen, cut, names, this.#parts.now_ms());
    if (!running) return;
    this.#bench.settings.enlarge(STAGE_LIMITS.typeFactor);
    this.#bench.frame.setState({ place: 'lab', sheet: undefined });
    this.store.setState({ running, failure: undefined });
  }

  /** The curtain: everything is as it was before. */
  async end(): Promise<void> {
    this.#turn += 1;
    this.#parts.kept.forget();
    await this.#closeRecording();
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
    // The recording has it already, and no shell.
    if (beat && 'type' in beat && running.isRecorded) this.skip();
    else if (beat) await this.#play(beat);
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
    this.#with((running) => ({ isSpot: !running.isSpot, spot: undefined }));
  }

  /** What the spotlight is on, for followers. */
  light(spot: StageThing | undefined): void {
    this.#change({ spot });
  }

  /** What the presenter has scrolled to, for followers. */
  scrolledTo(top: StageThing): void {
    this.#change({ top });
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
    const { running, recordings } = this.store.getState();
    if (running?.isRecorded) return this.#closeRecording();
    const scene = running?.scenes[running.at];
    const file = scene && recordings.get(scene.id);
    if (!file) return this.store.setState({ failure: t('stage.noRecording') });
    await this.#try(async () => {
      await this.#recorded.show(file, scene.title);
      this.#change({ isRecorded: true });
      this.#change({ recording: await this.#recorded.handOver(file) });
    });
  }

  /** The lab again, which answers from now on. */
  async #closeRecording(): Promise<void> {
    if (this.store.getState().running?.isRecorded !== true) return;
    this.#change({ isRecorded: false, recording: undefined });
    this.#recorded.close();
    await this.#lab.live();
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

  #counted(voting: Voting): Counts {
    return countedIn(voting, this.store.getState().status?.answers);
  }

  // Notes.

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
      ...{ voting: undefined, frozen: undefined, isBlack: false, spot: undefined, top: undefined },
    });
    await this.#try(async () => {
      await this.#closeRecording();
      await this.#lab.begin(scene, running.names, () => turn !== this.#turn);
      if (turn !== this.#turn) return;
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

  async #play(beat: CutScene['beats'][number], isAtOnce = this.#parts.isStill()): Promise<void> {
    const turn = (this.#turn += 1);
    const look = 'look' in beat ? beat.look : undefined;
    if (look) this.#change({ panels: look, zoom: undefined });
    this.#change({ voting: undefined, top: undefined });
    if ('ask' in beat) this.vote();
    if ('type' in beat) {
      this.#isHurried = isAtOnce;
      this.#change({ phase: 'typing' });
      await this.#try(async () => {
        const session = await this.#bench.hand.sitAt(beat.as);
        await typeLines(session, beat.type, {
          ...this.#parts,
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
}
