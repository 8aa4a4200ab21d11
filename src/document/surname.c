#include "document/surname.h"

#include "base/items.h"
#include "text/utf8.h"

/* The first character of most Han names, in both scripts. */
static const char SURNAMES[] =
	"赵趙钱錢孙孫李周吴吳郑鄭王冯馮陈陳褚卫衛蒋蔣沈韩韓杨楊朱秦许許何吕呂"
	"施张張孔曹严嚴华華金魏陶姜戚谢謝邹鄒喻柏窦竇章云苏蘇潘葛奚范彭郎鲁魯"
	"韦韋马馬苗凤鳳方俞任袁柳唐费費廉岑薛雷贺賀倪汤湯滕殷罗羅毕畢郝邬鄔安"
	"常乐樂于时時傅皮卞齐齊康伍余元卜顾顧孟平黄黃穆萧蕭肖尹姚邵湛汪祁毛禹"
	"狄米贝貝明臧计計伏成戴谈談宋茅庞龐熊纪紀舒屈项項祝董梁杜阮蓝藍闵閔席"
	"季麻强強贾賈路娄婁危江童颜顏郭梅盛林刁钟鍾鐘徐邱丘骆駱高夏蔡田樊胡凌"
	"霍虞万萬支柯管卢盧莫经經房裘缪繆干解应應宗丁宣邓鄧郁单單杭洪包诸諸左"
	"石崔吉钮鈕龚龔程嵇邢裴陆陸荣榮翁荀羊惠甄曲家封储儲靳段焦巴谷车車侯班"
	"仰仲伊宫宮宁寧仇栾欒甘厉厲祖武符刘劉景詹束龙龍叶葉幸司黎薄印白蒲从從"
	"索赖賴卓蔺藺屠蒙池乔喬阳陽胥闻聞党黨翟谭譚劳勞姬申冉桑桂牛边邊尚温溫"
	"庄莊晏柴瞿阎閻充慕连連习習艾鱼魚容向古易戈廖终終步都耿满滿匡国國文寇"
	"广廣东東欧歐利师師巩鞏聂聶晁敖融冷辛那简簡饶饒曾沙鞠丰豐关關蒯相查红"
	"紅游竺权權盖蓋益桓公欧阳歐陽佘佟岳帅帥亓苑涂塗";

bool
surname_begins(Slice name)
{
	uint32_t cp;
	size_t len = utf8_decode(slice_sub(name, 0, UTF8_MAX), &cp);

	return len > 1 && slice_find(slice_from(SURNAMES),
				     slice_sub(name, 0, len)) != SIZE_MAX;
}

bool
surname_is_long(Slice name)
{
	static const char *const surnames[] = {
		"欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛",
		"东方", "東方", "皇甫", "尉迟", "尉遲", "公孙", "公孫",
		"慕容", "令狐", "司徒", "夏侯", "端木", "长孙", "長孫",
		"宇文", "轩辕", "軒轅", "南宫", "南宮", "呼延", "独孤",
	};

	for (size_t i = 0; i < N_ITEMS(surnames); i++)
		if (slice_starts(name, slice_from(surnames[i])))
			return true;
	return false;
}
