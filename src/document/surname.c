#include "document/surname.h"

#include "base/items.h"
#include "document/word_list.h"
#include "text/utf8.h"

/* The first character of most Han names, in both scripts. */
static const CharList SURNAMES =
	"丁万丘东严丰乐乔习于云亓仇从仰仲任伊伍伏何佘余佟侯俞倪傅储儲元充党公关"
	"冉冯冷凌凤刁刘利劉劳勞包匡华卓单卜卞卢卫印危厉厲古叶司吉向吕吳吴呂周唐"
	"喬單喻嚴国國塗夏奚姚姜姬娄婁孔孙孟季孫宁安宋宗宣宫宮家容寇寧封尚尹屈屠"
	"岑岳崔嵇左巩巴帅师帥師席常干平幸广庄应庞康廉廖廣张張強强彭徐從惠慕應戈"
	"成戚戴房支敖文方施时明易晁時晏景曲曹曾朱权李杜束杨杭東林柏查柯柳柴栾桂"
	"桑桓梁梅楊榮樂樊權欒欧歐步武段殷毕毛江池汤汪沈沙洪涂温游湛湯溫滕满滿潘"
	"焦熊牛狄王班甄甘田申畢白皮益盖盛盧相瞿石祁祖祝禹秦程穆窦竇章童竺符简管"
	"簡米紀紅索終經繆红纪终经缪罗羅羊翁習翟耿聂聞聶肖胡胥臧舒艾苏苑苗范茅荀"
	"荣莊莫華萧萬葉葛董蒋蒙蒯蒲蓋蓝蔡蔣蔺蕭薄薛藍藺蘇虞融衛袁裘裴褚解計許詹"
	"談諸謝譚计许诸谈谢谭谷豐貝費賀賈賴贝费贺贾赖赵趙路車车辛边连連邊邓邢那"
	"邬邱邵邹郁郎郑郝郭都鄒鄔鄧鄭金鈕錢鍾鐘钟钮钱閔閻關闵闻阎阮阳陆陈陳陶陸"
	"陽雷霍靳鞏鞠韋韓韦韩項顏顧项顾颜饒饶馬馮駱马骆高魏魚魯鱼鲁鳳麻黃黄黎黨"
	"齊齐龍龐龔龙龚";

/* The same of two characters. */
static const Word LONG_SURNAMES[] = {
	"上官", "东方", "令狐", "公孙", "公孫", "南宫", "南宮",
	"司徒", "司馬", "司马", "呼延", "夏侯", "宇文", "尉迟",
	"尉遲", "慕容", "東方", "欧阳", "歐陽", "独孤", "皇甫",
	"端木", "諸葛", "诸葛", "軒轅", "轩辕", "長孫", "长孙",
};

/* The most common Japanese ones whose first character is none of these. */
static const Word JAPANESE_SURNAMES[] = {
	"三浦", "上田", "上野", "中山", "中島", "中川", "中村", "中野", "丸山",
	"久保", "井上", "今井", "伊藤", "佐々木", "佐藤", "佐野", "内田",
	"前田", "加藤", "千葉", "原田", "吉川", "吉村", "吉田", "和田", "坂本",
	"増田", "大塚", "大野", "太田", "宮崎", "宮本", "小島", "小川", "小林",
	"小野", "山下", "山口", "山崎", "山本", "山田", "岡田", "岩崎", "岩田",
	"工藤", "平野", "後藤", "斉藤", "斎藤", "新井", "星野", "服部", "木村",
	"本田", "杉山", "村上", "松井", "松尾", "松本", "松田", "柴田", "桜井",
	"森田", "横山", "橋本", "武田", "水野", "永井", "池田", "河野", "浅野",
	"清水", "渡辺", "渡邉", "渡邊", "片山", "石井", "石川", "福田", "竹内",
	"糸井", "菅原", "菊地", "菊池", "藤井", "藤原", "藤田", "西村", "西田",
	"谷口", "近藤", "遠藤", "酒井", "野口", "野村", "鈴木", "長谷川",
	"阿部", "青木", "飯田", "黒田", "齋藤",
};

bool
surname_begins(Slice name)
{
	uint32_t cp;
	size_t len = utf8_decode(slice_sub(name, 0, UTF8_MAX), &cp);

	return len == 3 && char_list_has(cp, SURNAMES, sizeof(SURNAMES) - 1);
}

bool
surname_is_long(Slice name)
{
	return word_list_has(slice_sub(name, 0, 2 * 3), LONG_SURNAMES,
			     N_ITEMS(LONG_SURNAMES));
}

bool
surname_is_japanese(Slice name)
{
	return word_list_has(slice_sub(name, 0, 2 * 3), JAPANESE_SURNAMES,
			     N_ITEMS(JAPANESE_SURNAMES)) ||
	       word_list_has(slice_sub(name, 0, 3 * 3), JAPANESE_SURNAMES,
			     N_ITEMS(JAPANESE_SURNAMES));
}
