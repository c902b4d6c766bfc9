/** The drawing library that pyvis brings along; the page is written against the few calls in vis_surface.js. */
declare const vis: any;
