/** Where dialogs and drawers are drawn: not in the body, whose scroll lock would write an unmarked style. */
export const overlay = { getContainer: () => document.getElementById('overlays') ?? document.body }
