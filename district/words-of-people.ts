/** Surnames with their weights, and the letters that given names are made of. */
export const surnames =
  '王王王李李李张张张刘刘陈陈杨杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'

export const givenOfMen =
  '伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆峰亮龙林文彬建国志海东宏毅晨旭博安康泽远承恩启航知行怀瑾思源景行乐山牧之'

export const givenOfWomen =
  '芳娜敏静丽艳娟霞秀英玲桂兰慧莉燕红梅雪琳洁颖倩婷萍晶欣怡佳蕾薇妍雯芸蓉月荷清婉若溪知夏听雨采薇念慈安宁'

/** The first parts of the names of firms and associations: words that name no place. */
export const firmNames = [
  '禾木',
  '远筑',
  '新垣',
  '鼎川',
  '沃野',
  '恒砚',
  '众合',
  '润泽丰',
  '启衡',
  '嘉禾源',
  '拓石',
  '明澈',
  '同舟',
  '锦程达',
  '绿野仙',
  '万象春',
  '瑞麦',
  '博闻',
  '安居乐',
  '云帆',
] as const

/** Roads of every county seat. */
export const roads = [
  '文澜路',
  '望川大道',
  '芷兰街',
  '沿溪路',
  '崇文街',
  '迎宾路',
  '稻香路',
  '鹤鸣巷',
] as const
