// The typefaces, shipped with the app: IBM Plex in the two weights and the one subset that the screen uses.
// Counterpart: tokens.css names them. Rule: nothing is fetched from anywhere else.

import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-600.css';
import '@fontsource/ibm-plex-mono/latin-400.css';
import '@fontsource/ibm-plex-mono/latin-600.css';
