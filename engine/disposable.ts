// Something that must be given back: a listener, a timer, a socket. Made and disposed in the same place.

export interface Disposable {
  dispose(): void;
}
