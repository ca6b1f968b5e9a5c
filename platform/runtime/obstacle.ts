/** Something outside the program that keeps it from running, told in one line a clerk can act on. */
export class Obstacle extends Error {
  readonly code: ObstacleCode

  constructor(code: ObstacleCode, detail: string) {
    super(words[code](detail))
    this.code = code
  }
}

const words = {
  wrongArguments: (detail) => detail,
  dataNotWritable: (folder) =>
    `数据目录无法写入：${folder}。请改正该目录的权限或腾出磁盘空间，或用环境变量 GONGKAI_DATA 另选目录。`,
  dataOfAnotherUser: (folder) =>
    `数据目录属于另一个用户：${folder}。请用原来的用户启动，或用环境变量 GONGKAI_DATA 另选目录。`,
  userWithoutName: (user) =>
    `当前系统用户（编号 ${user}）没有登记用户名，内置数据库不能以它运行。请换一个有用户名的系统用户，或用环境变量 GONGKAI_DATABASE_URL 指定一台 PostgreSQL 服务器。`,
  dataOfOtherVersion: (detail) =>
    `数据目录由另一版本的数据库写成：${detail}。请先用原版本导出数据，或用环境变量 GONGKAI_DATA 另选目录。`,
  databaseNotInstalled: (platform) =>
    `没有适用于本机（${platform}）的内置数据库。请用环境变量 GONGKAI_DATABASE_URL 指定一台 PostgreSQL 服务器。`,
  databaseDidNotStart: (detail) => `内置数据库未能启动：${detail}`,
  databaseNotReached: (detail) =>
    `连接不上数据库：${detail}。请检查环境变量 GONGKAI_DATABASE_URL 和数据库服务器。`,
  databaseTooOld: (version) => `数据库版本太旧：${version}。需要 PostgreSQL 14 或更新的版本。`,
  migrationChanged: (file) =>
    `数据库结构文件在执行之后又被改动：${file}。请恢复原文件，把改动写成新的编号文件。`,
  migrationFailed: (detail) => `数据库结构未能更新：${detail}`,
  portTaken: (port) =>
    `端口 ${port} 已被占用。请关闭占用它的程序，或用环境变量 PORT 另选端口，如 PORT=8081 npm start。`,
  keyUnreadable: (detail) =>
    `加密密钥不可用：${detail}。请检查环境变量 GONGKAI_KEY 或数据目录中的 key 文件（32 字节，十六进制或 Base64）。`,
} as const satisfies Record<string, (detail: string) => string>

export type ObstacleCode = keyof typeof words
