export const isLeftOut = (_title: string): boolean => false;
