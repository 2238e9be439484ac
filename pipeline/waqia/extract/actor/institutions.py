"""How institution heads behave: which stand alone, which need a proper name, which are no institution at all.

Folded, without ال and proclitics. ``org_heads.tsv`` says which words head institutions; these sets say how much
evidence each needs in running text, found by reading news: حركة heads a movement, but also road traffic.
"""

STATE = frozenset("حكومه سلطات شرطه جيش قضاء برلمان كونغرس كونجرس كنيست".split())
GOVERNMENT = frozenset("حكومه سلطات شرطه جيش قوات برلمان سلطه قضاء رءاسه استخبارات مخابرات اداره بحريه درك".split())

# Never the head of a name of its own here: places, facilities, events, collectives.
NEVER = frozenset(
    "محافظه ولايه عماله معتمديه مطار سجن مهرجان سد قصر مسلخ معرض حمله مبادره مءتمر وقف لوبي مسجد دير مجمع ملتقي خليه "
    "مشغل مشغله مزود عملاق عملاقه ميناء كهرباء قاءمه لاءحه عصابه ادعاء متوسطه ثانويه روضه مختبر امن".split()
)
PLURAL = frozenset(
    "صحف جراءد قنوات محطات اجهزه هيءات مجالس لجان بنوك مصارف احزاب وزارات محاكم منظمات جمعيات نقابات مراكز شركات "
    "مءسسات مصانع استوديوهات مستشفيات مشافي جامعات مدارس مختبرات انديه وكالات فصاءل وحدات وزارتي وزارتا "
    "شركتا شركتي صحيفتي صحيفتا سلسله خطوط".split()
)
# Need a listed, Latin, quoted or otherwise unknown name behind them: with a common noun they mean something else.
STRICT = frozenset(
    "موقع شبكه محطه نشره يوميه اسبوعيه بوابه فضاءيه حركه جبهه كتله تيار تجمع تكتل رابطه تحالف ائتلاف اءتلاف تنظيم جماعه "
    "فصيل مجموعه فريق فرقه فندق مطعم متجر مصنع مصفاه دار مكتبه مسرح متحف صندوق سلطه قياده قوه اداره جهاز استوديو سرايا "
    "لواء كتيبه كتاءب شعبه كنيسه راديو اذاعه تلفزيون تلفزه مدرسه مكتب غرفه منتخب دايره داءره مصلحه بعثه حرس "
    "حوزه بلاط خفر عياده ديوان".split()
)
# With a place behind them these are institutions although STRICT.
OF_PLACE = frozenset("منتخب سلطه اداره راديو اذاعه تلفزيون حرس غرفه".split())
# Heads whose name may be a person's (جامعة الملك سعود, مستشفى الملك فهد).
HONOURING = frozenset(
    "جامعه مستشفي مءسسه معهد مركز مدرسه كليه مجموعه كتاءب كتيبه لواء شركه مكتبه اكاديميه جمعيه نادي بنك دار هيءه".split()
)
# Heads behind which a purpose with ل belongs to the name (الهيئة العامة للطيران المدني).
PURPOSEFUL = frozenset(
    "هيءه مءسسه شركه مركز منظمه اتحاد مجلس مكتب صندوق مفوضيه لجنه جمعيه اكاديميه معهد وكاله برنامج بنك مصرف محكمه "
    "مديريه اداره امانه رابطه نقابه منتدي مرصد شبكه جهاز نادي جبهه حركه غرفه مجموعه جامعه كليه دار مندوبيه".split()
)
# Heads that a single formal or national adjective makes a name (المحكمة العليا, الحزب الجمهوري, البنك المركزي).
FORMAL = frozenset("حزب محكمه بنك مصرف خطوط اتحاد مجلس برلمان جامعه نيابه مديريه منتخب حرس درك".split())
FORMAL_ADJECTIVES = frozenset("العليا الاعلي الوطني الوطنيه المركزي المركزيه العام العامه الاتحاديه الاتحادي الدستوريه".split())
# Adjectives that leave a definite head anaphoric or generic (الشركة الجديدة, الأجهزة الأمنية).
VAGUE = frozenset(
    "جديد جديده اول اولي ثاني ثانيه ثالث ثالثه معني معنيه مختص مختصه حديث حديثه خاص خاصه اكبر كبري عالمي عالميه "
    "رسمي رسميه محلي محليه خارجي خارجيه داخلي داخليه حكومي حكوميه اجنبي اجنبيه امني امنيه منظم منظمه مشغل مشغله متقدمه".split()
)
SERVICE = frozenset("مجموعه موقع تطبيق منصه شبكه برنامج خدمه لعبه متصفح".split())
# Multi-word heads that say nothing without more (الهيئة العامة "the general authority").
INCOMPLETE = frozenset("الهيءه المديريه الاداره الامانه المفوضيه اللجنه القياده المندوبيه الشبكه الاتحاد السلطه".split())
# What an institution is for, with ل (لحقوق الإنسان, لكرة القدم, لجسر الملك فهد).
PURPOSES = frozenset(
    "لحقوق لكره لشءون لشوون لتنسيق لاداره لتنميه لدعم لمكافحه لحمايه لتنظيم لرعايه لعلوم لبحوث لابحاث لدراسات لخدمات لصناعه لسلامه "
    "لمراقبه لاعاده لتطوير لتقنيه لجسر لميناء لمطار لقناه لتحلية لتحليه لتوليد لنقل لتكنولوجيا لاعمار لغوث لتشغيل لتعليم لتحفيظ لمنع".split()
)
# Adjectives that tell what an institution is doing rather than which it is.
LOOSE = frozenset("مواليه موالي تابعه تابع اسبوعيه مشاركه متمركزه منتشره غازيه مهاجمه متواجده".split())
