# The calendar of observances: their names, and the memories that they make. An entry of the calendar says by its "name" which
# of these it is called.

observance-feast = { $what }, over the years
observance-people = { $whose }, over the years
observance-why = { $what }: pictures from earlier years.
observance-your-mothers =
    { $count ->
        [one] Your mother
       *[other] Your mothers
    }
observance-your-fathers =
    { $count ->
        [one] Your father
       *[other] Your fathers
    }
observance-your-parents =
    { $count ->
        [one] Your parents
       *[other] Your parents
    }
observance-your-grandparents =
    { $count ->
        [one] Your grandparents
       *[other] Your grandparents
    }
observance-your-grandmothers =
    { $count ->
        [one] Your grandmother
       *[other] Your grandmothers
    }
observance-your-grandfathers =
    { $count ->
        [one] Your grandfather
       *[other] Your grandfathers
    }
observance-your-children =
    { $count ->
        [one] Your child
       *[other] Your children
    }
observance-your-sons =
    { $count ->
        [one] Your son
       *[other] Your sons
    }
observance-your-daughters =
    { $count ->
        [one] Your daughter
       *[other] Your daughters
    }
observance-your-siblings =
    { $count ->
        [one] Your sibling
       *[other] Your siblings
    }
observance-your-sisters =
    { $count ->
        [one] Your sister
       *[other] Your sisters
    }
observance-your-brothers =
    { $count ->
        [one] Your brother
       *[other] Your brothers
    }
observance-your-families =
    { $count ->
        [one] Your family
       *[other] Your family
    }
observance-your-couples =
    { $count ->
        [one] Your partner
       *[other] Your partners
    }
observance-your-friends =
    { $count ->
        [one] A friend
       *[other] Your friends
    }

# Their names.
observance-name-advent = First Sunday of Advent
observance-name-all-saints = All Saints’ Day
observance-name-all-souls = All Souls’ Day
observance-name-anzac-day = Anzac Day
observance-name-ascension = Ascension Day
observance-name-ashura = Ashura
observance-name-assumption = Assumption
observance-name-baby-loss-week = Baby Loss Awareness Week
observance-name-bereaved-fathers-day = Bereaved Father’s Day
observance-name-bereaved-mothers-day = Bereaved Mother’s Day
observance-name-bereaved-parents-day = Bereaved Parents’ Day
observance-name-bonfire-night = Bonfire Night
observance-name-brothers-day = Brothers’ Day
observance-name-buddha-purnima = Buddha Purnima
observance-name-buddhas-birthday = Buddha’s Birthday
observance-name-candle-lighting = Worldwide Candle Lighting
observance-name-carnival = Carnival
observance-name-chhath-puja = Chhath Puja
observance-name-childrens-day = Children’s Day
observance-name-childrens-grief-day = Children’s Grief Awareness Day
observance-name-christmas = Christmas
observance-name-christmas-eve = Christmas Eve
observance-name-christmas-orthodox = Orthodox Christmas
observance-name-chung-yeung = Chung Yeung
observance-name-chuseok = Chuseok
observance-name-clean-monday = Clean Monday
observance-name-corpus-christi = Corpus Christi
observance-name-daughters-day = Daughters’ Day
observance-name-day-of-hope = Day of Hope
observance-name-day-of-love = Day of Love
observance-name-day-of-mourning = Day of Mourning
observance-name-day-of-the-dead = Day of the Dead
observance-name-day-of-the-dead-children = Day of the Dead, for the children
observance-name-diwali = Diwali
observance-name-dragobete = Dragobete
observance-name-dragon-boat-festival = Dragon Boat Festival
observance-name-durga-puja = Durga Puja
observance-name-dussehra = Dussehra
observance-name-dwynwen = Saint Dwynwen’s Day
observance-name-easter = Easter
observance-name-easter-monday = Easter Monday
observance-name-eid-al-adha = Eid al-Adha
observance-name-eid-al-fitr = Eid al-Fitr
observance-name-enkutatash = Enkutatash
observance-name-epiphany = Epiphany
observance-name-fallas = Fallas
observance-name-family-day = Family Day
observance-name-fat-thursday = Fat Thursday
observance-name-fathers-day = Father’s Day
observance-name-friendship-day = Friendship Day
observance-name-ganesh-chaturthi = Ganesh Chaturthi
observance-name-girl-child-day = Day of the Girl Child
observance-name-girls-day = Girls’ Day
observance-name-good-friday = Good Friday
observance-name-grandfathers-day = Grandfathers’ Day
observance-name-grandmothers-day = Grandmothers’ Day
observance-name-grandparents-day = Grandparents’ Day
observance-name-grief-awareness-day = Grief Awareness Day
observance-name-guadalupe = Our Lady of Guadalupe
observance-name-gudi-padwa = Gudi Padwa and Ugadi
observance-name-guru-nanak-jayanti = Guru Nanak Jayanti
observance-name-halloween = Halloween
observance-name-hanukkah = Hanukkah
observance-name-harvest = Harvest Thanksgiving
observance-name-holi = Holi
observance-name-holocaust-remembrance-day = Holocaust Remembrance Day
observance-name-holy-week = Holy Week
observance-name-hung-kings = Hùng Kings’ Day
observance-name-inti-raymi = Inti Raymi
observance-name-islamic-new-year = Islamic New Year
observance-name-isra-and-miraj = Isra and Mi‘raj
observance-name-janmashtami = Janmashtami
observance-name-karwa-chauth = Karwa Chauth
observance-name-kwanzaa = Kwanzaa
observance-name-lag-baomer = Lag BaOmer
observance-name-lantern-festival = Lantern Festival
observance-name-love-and-friendship-day = Day of Love and Friendship
observance-name-loy-krathong = Loy Krathong
observance-name-lunar-new-year = Lunar New Year
observance-name-maha-shivaratri = Maha Shivaratri
observance-name-mahavir-jayanti = Mahavir Jayanti
observance-name-makar-sankranti = Makar Sankranti
observance-name-martisor = Mărțișor and Martenitsa
observance-name-matariki = Matariki
observance-name-mawlid = Mawlid
observance-name-memorial-day = Memorial Day
observance-name-mens-day = International Men’s Day
observance-name-meskel = Meskel
observance-name-mid-autumn = Mid-Autumn Festival
observance-name-mid-shaban = Mid-Sha‘ban
observance-name-midsummer = Midsummer
observance-name-mothers-day = Mother’s Day
observance-name-navaratri = Navaratri
observance-name-new-year = New Year’s Day
observance-name-new-years-eve = New Year’s Eve
observance-name-nowruz = Nowruz
observance-name-obon = Obon
observance-name-onam = Onam
observance-name-overdose-awareness-day = Overdose Awareness Day
observance-name-palm-sunday = Palm Sunday
observance-name-parents-day = Parents’ Day
observance-name-passover = Passover
observance-name-pentecost = Pentecost
observance-name-pitru-paksha = Sarva Pitri Amavasya
observance-name-pohela-boishakh = Pohela Boishakh
observance-name-pongal = Pongal
observance-name-pregnancy-and-infant-loss-day = Pregnancy and Infant Loss Remembrance Day
observance-name-purim = Purim
observance-name-puthandu = Puthandu
observance-name-qingming = Qingming
observance-name-qixi = Qixi
observance-name-radonitsa = Radonitsa
observance-name-rainbow-baby-day = Rainbow Baby Day
observance-name-raksha-bandhan = Raksha Bandhan
observance-name-ram-navami = Ram Navami
observance-name-ramadan = First day of Ramadan
observance-name-rath-yatra = Rath Yatra
observance-name-remembrance-day = Remembrance Day
observance-name-remembrance-of-the-dead = Remembrance of the Dead
observance-name-respect-for-the-aged-day = Respect for the Aged Day
observance-name-road-traffic-victims-day = Day of Remembrance for Road Traffic Victims
observance-name-rosh-hashanah = Rosh Hashanah
observance-name-saint-george = Saint George’s Day
observance-name-saint-john = Saint John
observance-name-saint-lucy = Saint Lucy
observance-name-saint-martin = Saint Martin
observance-name-saint-nicholas = Saint Nicholas
observance-name-saint-patrick = Saint Patrick’s Day
observance-name-samvatsari = Samvatsari
observance-name-saturday-of-souls = Saturday of Souls
observance-name-say-their-name-day = Say Their Name Day
observance-name-seollal = Seollal
observance-name-sham-el-nessim = Sham el-Nessim
observance-name-shavuot = Shavuot
observance-name-shichi-go-san = Shichi-Go-San
observance-name-siblings-day = Siblings’ Day
observance-name-sigd = Sigd
observance-name-simchat-torah = Simchat Torah
observance-name-sisters-day = Sisters’ Day
observance-name-sizdah-bedar = Sizdah Bedar
observance-name-son-and-daughter-day = Son and Daughter Day
observance-name-songkran = Songkran
observance-name-sons-day = Sons’ Day
observance-name-suicide-loss-day = Survivors of Suicide Loss Day
observance-name-suicide-prevention-day = Suicide Prevention Day
observance-name-sukkot = Sukkot
observance-name-sunday-of-the-dead = Sunday of the Dead
observance-name-sweethearts-day = Sweethearts’ Day
observance-name-tanabata = Tanabata
observance-name-tet = Tết
observance-name-thanksgiving = Thanksgiving
observance-name-timkat = Timkat
observance-name-tu-bav = Tu B’Av
observance-name-tu-bishvat = Tu BiShvat
observance-name-vaisakhi = Vaisakhi
observance-name-valentines-day = Valentine’s Day
observance-name-vappu = Vappu
observance-name-vesak = Vesak
observance-name-vishu = Vishu
observance-name-vu-lan = Vu Lan
observance-name-white-day = White Day
observance-name-widows-day = International Widows’ Day
observance-name-womens-day = International Women’s Day
observance-name-yalda = Yalda Night
observance-name-yom-kippur = Yom Kippur
observance-name-zhongyuan = Zhongyuan
