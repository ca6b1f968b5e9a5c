import { type ThemeConfig, theme } from 'antd'

/** The two colours of the house; the style sheet has the same as --ink and --cinnabar. */
const ink = '#1d3f72'
const cinnabar = '#b3312c'

/** Compact, still, and legible: body text 14 px, greys that keep 4.5:1 on white. */
export const consoleTheme: ThemeConfig = {
  algorithm: theme.compactAlgorithm,
  token: {
    colorPrimary: ink,
    colorInfo: ink,
    colorLink: ink,
    linkDecoration: 'underline',
    colorError: cinnabar,
    colorWarning: '#8a5a00',
    colorSuccess: '#2c6a4b',
    colorErrorBg: '#faecea',
    colorWarningBg: '#fbf3e0',
    colorInfoBg: '#e9eef6',
    colorSuccessBg: '#eef5f1',
    colorText: '#1b222c',
    colorTextSecondary: '#434b57',
    colorTextTertiary: '#596270',
    colorTextQuaternary: '#6b7380',
    colorTextPlaceholder: '#6b7380',
    colorTextDisabled: '#6b7380',
    colorBorder: '#8d96a3',
    colorBorderSecondary: '#d9dce1',
    colorBgLayout: '#f7f5f0',
    borderRadius: 3,
    fontSize: 16,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
    motion: false,
  },
}
