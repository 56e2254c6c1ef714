/** Binary modules: the runtime hands them over as bytes. */
declare module '*.mp3' {
  const data: ArrayBuffer;
  export default data;
}
declare module '*.mp4' {
  const data: ArrayBuffer;
  export default data;
}
declare module '*.bin' {
  const data: ArrayBuffer;
  export default data;
}
