/** A chunk of its own, so that motion loads after the first paint. */
export { domAnimation } from 'framer-motion';
