# El calendario de los días señalados: sus nombres, y los recuerdos que traen.

observance-feast = { $what }, a lo largo de los años
observance-people = { $whose }, a lo largo de los años
observance-why = { $what }: fotos de años anteriores.
observance-your-mothers =
    { $count ->
        [one] Tu madre
       *[other] Tus madres
    }
observance-your-fathers =
    { $count ->
        [one] Tu padre
       *[other] Tus padres
    }
observance-your-parents =
    { $count ->
        [one] Tus padres
       *[other] Tus padres
    }
observance-your-grandparents =
    { $count ->
        [one] Tus abuelos
       *[other] Tus abuelos
    }
observance-your-grandmothers =
    { $count ->
        [one] Tu abuela
       *[other] Tus abuelas
    }
observance-your-grandfathers =
    { $count ->
        [one] Tu abuelo
       *[other] Tus abuelos
    }
observance-your-children =
    { $count ->
        [one] Tu hijo o hija
       *[other] Tus hijos
    }
observance-your-sons =
    { $count ->
        [one] Tu hijo
       *[other] Tus hijos
    }
observance-your-daughters =
    { $count ->
        [one] Tu hija
       *[other] Tus hijas
    }
observance-your-siblings =
    { $count ->
        [one] Tu hermano o hermana
       *[other] Tus hermanos
    }
observance-your-sisters =
    { $count ->
        [one] Tu hermana
       *[other] Tus hermanas
    }
observance-your-brothers =
    { $count ->
        [one] Tu hermano
       *[other] Tus hermanos
    }
observance-your-families =
    { $count ->
        [one] Tu familia
       *[other] Tu familia
    }
observance-your-couples =
    { $count ->
        [one] Tu pareja
       *[other] Tus parejas
    }
observance-your-friends =
    { $count ->
        [one] Una amistad
       *[other] Tus amistades
    }

# Sus nombres.
observance-name-advent = Primer domingo de Adviento
observance-name-all-saints = Día de Todos los Santos
observance-name-all-souls = Día de los Fieles Difuntos
observance-name-anzac-day = Día de Anzac
observance-name-ascension = Ascensión
observance-name-ashura = Ashura
observance-name-assumption = Asunción
observance-name-baby-loss-week = Semana de la pérdida gestacional y neonatal
observance-name-bereaved-fathers-day = Día del padre en duelo
observance-name-bereaved-mothers-day = Día de la madre en duelo
observance-name-bereaved-parents-day = Día de los padres en duelo
observance-name-bonfire-night = Noche de las hogueras
observance-name-brothers-day = Día del Hermano
observance-name-buddha-purnima = Buda Purnima
observance-name-buddhas-birthday = Nacimiento de Buda
observance-name-candle-lighting = Encendido mundial de velas
observance-name-carnival = Carnaval
observance-name-chhath-puja = Chhath Puja
observance-name-childrens-day = Día de la Infancia
observance-name-childrens-grief-day = Día del duelo infantil
observance-name-christmas = Navidad
observance-name-christmas-eve = Nochebuena
observance-name-christmas-orthodox = Navidad ortodoxa
observance-name-chung-yeung = Chung Yeung
observance-name-chuseok = Chuseok
observance-name-clean-monday = Lunes Limpio
observance-name-corpus-christi = Corpus Christi
observance-name-daughters-day = Día de las Hijas
observance-name-day-of-hope = Día de la Esperanza
observance-name-day-of-love = Día del Amor
observance-name-day-of-mourning = Día de luto nacional
observance-name-day-of-the-dead = Día de Muertos
observance-name-day-of-the-dead-children = Día de Muertos, para los niños
observance-name-diwali = Diwali
observance-name-dragobete = Dragobete
observance-name-dragon-boat-festival = Festival del Bote del Dragón
observance-name-durga-puja = Durga Puja
observance-name-dussehra = Dussehra
observance-name-dwynwen = Día de Santa Dwynwen
observance-name-easter = Pascua
observance-name-easter-monday = Lunes de Pascua
observance-name-eid-al-adha = Eid al-Adha
observance-name-eid-al-fitr = Eid al-Fitr
observance-name-enkutatash = Enkutatash
observance-name-epiphany = Día de Reyes
observance-name-fallas = Fallas
observance-name-family-day = Día de la Familia
observance-name-fat-thursday = Jueves Lardero
observance-name-fathers-day = Día del Padre
observance-name-friendship-day = Día de la Amistad
observance-name-ganesh-chaturthi = Ganesh Chaturthi
observance-name-girl-child-day = Día de la Niña
observance-name-girls-day = Día de las Niñas
observance-name-good-friday = Viernes Santo
observance-name-grandfathers-day = Día del Abuelo
observance-name-grandmothers-day = Día de la Abuela
observance-name-grandparents-day = Día de los Abuelos
observance-name-grief-awareness-day = Día del duelo
observance-name-guadalupe = Virgen de Guadalupe
observance-name-gudi-padwa = Gudi Padwa y Ugadi
observance-name-guru-nanak-jayanti = Guru Nanak Jayanti
observance-name-halloween = Halloween
observance-name-hanukkah = Janucá
observance-name-harvest = Fiesta de la cosecha
observance-name-holi = Holi
observance-name-holocaust-remembrance-day = Día en memoria del Holocausto
observance-name-holy-week = Semana Santa
observance-name-hung-kings = Día de los Reyes Hùng
observance-name-inti-raymi = Inti Raymi
observance-name-islamic-new-year = Año nuevo islámico
observance-name-isra-and-miraj = Isra y Miraj
observance-name-janmashtami = Janmashtami
observance-name-karwa-chauth = Karwa Chauth
observance-name-kwanzaa = Kwanzaa
observance-name-lag-baomer = Lag BaOmer
observance-name-lantern-festival = Fiesta de los Faroles
observance-name-love-and-friendship-day = Día del Amor y la Amistad
observance-name-loy-krathong = Loy Krathong
observance-name-lunar-new-year = Año nuevo lunar
observance-name-maha-shivaratri = Maha Shivaratri
observance-name-mahavir-jayanti = Mahavir Jayanti
observance-name-makar-sankranti = Makar Sankranti
observance-name-martisor = Mărțișor y Martenitsa
observance-name-matariki = Matariki
observance-name-mawlid = Mawlid
observance-name-memorial-day = Día de los Caídos
observance-name-mens-day = Día Internacional del Hombre
observance-name-meskel = Meskel
observance-name-mid-autumn = Fiesta del Medio Otoño
observance-name-mid-shaban = Mitad de Shaabán
observance-name-midsummer = Fiesta de mitad del verano
observance-name-mothers-day = Día de la Madre
observance-name-navaratri = Navaratri
observance-name-new-year = Año Nuevo
observance-name-new-years-eve = Nochevieja
observance-name-nowruz = Noruz
observance-name-obon = Obon
observance-name-onam = Onam
observance-name-overdose-awareness-day = Día de la sobredosis
observance-name-palm-sunday = Domingo de Ramos
observance-name-parents-day = Día de los Padres y las Madres
observance-name-passover = Pésaj
observance-name-pentecost = Pentecostés
observance-name-pitru-paksha = Sarva Pitri Amavasya
observance-name-pohela-boishakh = Pohela Boishakh
observance-name-pongal = Pongal
observance-name-pregnancy-and-infant-loss-day = Día de la pérdida gestacional, perinatal y neonatal
observance-name-purim = Purim
observance-name-puthandu = Puthandu
observance-name-qingming = Qingming
observance-name-qixi = Qixi
observance-name-radonitsa = Rádonitsa
observance-name-rainbow-baby-day = Día del bebé arcoíris
observance-name-raksha-bandhan = Raksha Bandhan
observance-name-ram-navami = Ram Navami
observance-name-ramadan = Primer día de Ramadán
observance-name-rath-yatra = Rath Yatra
observance-name-remembrance-day = Día del Recuerdo
observance-name-remembrance-of-the-dead = Conmemoración de los muertos
observance-name-respect-for-the-aged-day = Día del Respeto a los Mayores
observance-name-road-traffic-victims-day = Día en recuerdo de las víctimas del tráfico
observance-name-rosh-hashanah = Rosh Hashaná
observance-name-saint-george = Sant Jordi
observance-name-saint-john = San Juan
observance-name-saint-lucy = Santa Lucía
observance-name-saint-martin = San Martín
observance-name-saint-nicholas = San Nicolás
observance-name-saint-patrick = San Patricio
observance-name-samvatsari = Samvatsari
observance-name-saturday-of-souls = Sábado de las Almas
observance-name-say-their-name-day = Día de decir su nombre
observance-name-seollal = Seollal
observance-name-sham-el-nessim = Sham el-Nessim
observance-name-shavuot = Shavuot
observance-name-shichi-go-san = Shichi-Go-San
observance-name-siblings-day = Día de los Hermanos
observance-name-sigd = Sigd
observance-name-simchat-torah = Simjat Torá
observance-name-sisters-day = Día de la Hermana
observance-name-sizdah-bedar = Sizdah Bedar
observance-name-son-and-daughter-day = Día de los Hijos y las Hijas
observance-name-songkran = Songkran
observance-name-sons-day = Día de los Hijos
observance-name-suicide-loss-day = Día de quienes perdieron a alguien por suicidio
observance-name-suicide-prevention-day = Día de la Prevención del Suicidio
observance-name-sukkot = Sucot
observance-name-sunday-of-the-dead = Domingo de los Difuntos
observance-name-sweethearts-day = Día de los Novios
observance-name-tanabata = Tanabata
observance-name-tet = Tết
observance-name-thanksgiving = Acción de Gracias
observance-name-timkat = Timkat
observance-name-tu-bav = Tu BeAv
observance-name-tu-bishvat = Tu BiShvat
observance-name-vaisakhi = Vaisakhi
observance-name-valentines-day = San Valentín
observance-name-vappu = Vappu
observance-name-vesak = Vesak
observance-name-vishu = Vishu
observance-name-vu-lan = Vu Lan
observance-name-white-day = Día Blanco
observance-name-widows-day = Día Internacional de las Viudas
observance-name-womens-day = Día Internacional de la Mujer
observance-name-yalda = Noche de Yalda
observance-name-yom-kippur = Yom Kipur
observance-name-zhongyuan = Zhongyuan
