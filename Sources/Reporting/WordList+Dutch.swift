// Made by WordLists/make-dutch.py; not to be edited by hand.
//
// Source: OpenTaal's word list (WordLists/LICENSE.opentaal.txt), as Debian's wdutch 1:2.20.19-2 has
// it, in the order of wordfreq 3.1.1 (PyPI), less WordLists/dutch-denied.txt.
//
// SHA-256 of the words, each followed by a line feed:
// eb6424a0fe1b882cb96d522aff95b719324f596f12003272d2855f03996cb8a4
extension WordList {
    /// Dutch: common, friendly words of OpenTaal's list.
    public static let dutch = WordList(
        .nl,
        text: """
            aalbes aambeeld aanboren aandeel aanhaken aankomst aanloop aanmeren aannemer
            aanrecht aarde abonnee abrikoos absoluut academie accent accu achtbaan acteur actie
            actrice actueel adelaar ademen afdaling afdekken afdruk afhalen afkoelen afloop
            afmeting afnemer afreizen afrit afronden afspraak afstand aftappen aftellen afvalbak
            afvegen afwassen agaat agenda airco akelei akte albatros album alfabet algemeen
            almanak alpinist altijd altviool amandel amazone ambacht ambitie amfora amulet
            amusant analyse ananas andijvie anemoon anijs animatie anjelier anker anorak
            ansjovis antenne antiek apotheek apparaat appel applaus archief arend armband
            armsteun artikel asfalt asperge assepoes atelier atlas atleet attentie auditie
            augustus auto aviateur avond azijn baai babbel baby badgast badhuis badjas badkamer
            badmuts badstof bagage baggeren bakfiets bakken baksteen bakvorm balans balkon
            ballet balpen balspel balzaal bamboe banaan banjo bank baobab barbecue barcode baret
            bariton barkruk barman bassist batist batterij bazaar beamer bedienen bedrag beekdal
            beeld begaafd begin begonia behang behendig beieren beige beitel beker bekleden
            beknopt bekronen beleefd beller beloning benaming beneden bepaling bereiken berg
            beringen beroemd beschuit bespelen bestand betalen beton beugel beurs bewaren
            beweging bewoner bezem bezoek bieden biefstuk bier bieslook bigband bijen bijklank
            bijna bijsmaak bijwonen biljart binderij biograaf biologie bioscoop biotoop bizon
            blad blaffen blaten blauw blazer blij blikveld blinker blocnote bloem blog blokken
            blouse bluesman blussen bodem boek boemel boenen boerin boetiek bokking boksbal
            bolhoed bolvorm bomenrij bonbon bondig bonsai bont boogbrug boom boothuis bord
            borstel bosbes bosgrond boshut bosland bosmuis bospad bosrijk boter bougie bouillon
            bouwen bovenop bowlen braam bramen branche brasem breed breien brief bril brochure
            broeden brokaat brommer bron brood brouwer brug bruin brunchen buffet buiging buiten
            buizerd bundel bungalow burcht bureau busbaan bushalte buskaart busreis buurt
            cabaret cabine cacao cactus cadans cadeau camera camping cantate capuchon caravan
            carillon carnaval carport cartoon cassette cavia ceder cello centraal chalet
            charmant checken chemie chocola cilinder cimbaal cipres circus cirkel citaat citroen
            citytrip clematis club coachen coderen cola colbert collage coltrui computer concert
            conditie confetti contact copyshop corsage couplet cracker creatief crossen culinair
            cultuur curator cursus cyclus dagboek dageraad dagkaart daglicht dagmenu dagreis
            dagtrip dahlia dakgoot dakkapel dakpan dakraam daktuin damast dame dammen damspel
            dansen databank datum debuut december decibel decor deegrol deel deftig degelijk
            deining deklaag deksel delen demo dertiger dessert deur diadeem dialoog diamant
            diashow dichter dienblad diep dierbaar diesel digitaal dijk dille dimensie diner
            dinsdag diploma dipsaus dirigent diskette distel divisie dobber docent document
            doelpunt dokhaven dolfijn dollar domino donatie dons donzig doornbos dorp douane
            douche draaien dragen drempel dressoir driehoek drinken drogist dromen droog
            drukwerk drummen druppel duif duikbril duimstok duintop dukaat duren duurloop dweil
            dynamo echo ecoduct ecologie econoom edelhert editie educatie eend eenhoorn eenvoud
            eetbaar eethuis eetkamer eetlepel eettent eetzaal eiland einde eiwit ekster elastiek
            elftal elleboog embleem emmer energie engel entree envelop epaulet ereboog erelijst
            erker erosie ervaring erwt esdoorn espresso essentie etage etalage etappe ethisch
            etiket etmaal etsen eurocent evolutie exact examen excursie exotisch expert expres
            extra ezel fabriek factuur fakkel falafel familie fanclub fanfare fantasie fauteuil
            favoriet fazant februari feest feit feniks fenomeen festival fiche fictie fiets
            figuur fijn filet filiaal film filosoof finalist finishen flacon flamingo flanel
            fleurig flexibel flitsen flop floreren fluit fluweel foedraal folkband fonds fontein
            fopspeen forel formule fornuis fortuin forum fossiel foto fraai framboos fresco fret
            frietkot fris frituren fruitsap frutsel functie gadget galajurk galerij galop
            gangpad gans ganzerik garantie garnaal gashaard gast gazelle gazon gebaar gebergte
            gebouw gedeelte gedicht gedraag geduldig geestig geiser geldig gelei geluk gemaal
            gember gemeente geniaal geoloog geranium geschenk gespen getij geven gewas geweldig
            gewoonte gezang gezellig gids gierst gieter giraf giro gisteren gitaar glas gletsjer
            glijden glimlach glitter gloeien gobelin goedkoop goeroe golf golving gondel gooien
            gordijn goud graag gracht grafiek graniet grappig grasveld grazen greppel grijs
            grimeur grind groen grof grondig grutto gunstig gymles gymzaal haagbeuk haakwerk
            haan haarband hagel halfuur halogeen halveren hamster hand hangmat harddisk haring
            harken harmonie harnas hart hashtag haspel hattrick haven havik hazelaar hectare
            heelal heemtuin heenreis heerlijk hefboom heide hekwerk helder helling helm helpen
            hemd hemel hendel heraut herberg herdruk herfst herkomst herladen herstart hertogin
            heuvel hinkelen hippie historie hitlijst hobby hobo hockey hoed hoefslag hoekhuis
            hoepel hoera hofdame hofnar hofstede holpijp homepage hommel hoogte hooiland hoop
            hoorn horen horizon horloge hotel houder hout houvast houweel huifkar huisdier hulst
            humeur humor hunebed huppelen hutspot huurauto hyacint hybride hyena icoon ideaal
            idee ijsbaan ijsclub ijsgrot ijshal ijskast ijslaag ijspegel ijsregen ijstijd
            ijsvogel ijverig ijzer ijzig imago imkerij imposant impuls inademen inboedel
            indeling indigo indruk ineens info ingang ingeving inhalen inhoud inkeping inkopen
            inktvis inladen inloop inpakken inruilen insect insmeren intact intranet invullen
            inwoner inzet inzicht inzoomen ivoor jaar jachthut jaguar jampot januari jargon
            jarig jasmijn jaszak jazzband jetlag jeugdig jodelaar joggen jongleur journaal
            joystick jubelen jubileum judo juichen jukebox jungle juni jurk jutezak juweel
            kaaimuur kaarten kaas kaatsen kabouter kadaster kade kaften kajak kajuit kakelen
            kalender kalkoen kalm kamer kamille kampvuur kanaal kaneel kanjer kansrijk kant
            kapitein kapper kapsel kaptafel karakter karpet karton karwei kasplant kassa kasteel
            katern katrol kauwgom kavel keepen keerpunt keeshond kegel keizer kelner kenmerk
            kennis keramiek kermis kern kerrie kerst kervel ketchup ketting keuken keurig keus
            keuze kever kiel kieuw kievit kiezel kijken kikker kikvors kilo kimono kiosk
            kipfilet kiwi klaar kladblok klamboe klank klaproos klarinet klassiek klaver kleding
            kleed klei klemtoon kletsen kleur kleven klimmen klok klomp kloof knabbel knagen
            knaller knap kneden knelpunt knijper knikken knippen knoeien knoflook knol knoop
            knopen knotwilg koala kobold koekoek koelkast koers koestal koetsier koffie koken
            kokos kolibrie kolonie kombuis komeet komfoor komisch kompas koning kookboek
            koolmees koopwaar koor koosnaam kopbal koper kopgroep kopje koploper koppel kopstuk
            koraal korenaar korrel korstmos kort kosmos kostuum kotelet kozijn kraan krab krans
            krediet kreeft krekel kriebel kring kristal kroket kronkel kruid krul kubus kudde
            kuier kuifeend kuiken kuip kunst kurkuma kussen kustweg kwadraat kwal kwart kwatrijn
            kweek kwekerij kwik kwintet laadbak laagland laars label laborant labrador labyrint
            lachen ladder laden lading lagune lakenhal lamp landgoed lang lantaarn laptop lariks
            lasagne laserpen lasso latte laurier lavendel ledikant leerling leesbril leeuw
            leggen leguaan leidraad lekkage lelie lengte lenig lens lentedag lepel leren lesboek
            lesdag lesplan lesuur lesweek leuk leuning levendig lezer lezing libelle licentie
            licht lied lift ligbad ligfiets ligging ligstoel ligweide lijm lijnbaan lijst lila
            limonade liniaal link lintdorp liter liveblog locatie loempia logboek logeren
            logisch logo lokaal loods loofbos looptijd lopen lossen loterij loting lotto
            luchtbed luifel luik luipaard luister lunchen lupine luxe lyceum lychee lyrisch
            maaltijd maand maart maatwerk macaroni madelief magazijn magnolia mail maisveld
            maken makreel mandje manege mango manier mansarde mantel marathon margriet marina
            markt marmer mascotte masker matras mazzel mecenas medaille meemaken meerkoet
            meetlat meewind megafoon meidoorn meikever melange melk melodie mengsel menu merel
            merknaam metaal meter metgezel methode meting metro metselen meubel middag midweek
            midzomer mijl milieu mineraal minibus minuut mirakel mist mixen mobiel mocassin
            modeshow modiste moeras moestuin molen molshoop moment mondstuk monoloog monteur
            monument mooi morgen mossel mosterd motief motor mousse mouw muis munt museum
            muskaat mustang muur muziek mysterie mythe naaien naald naamdag nabij nacht naderen
            najaar namaken namiddag narcis narwal natuur nautilus nazomer neerslag nestkast
            netjes netwerk neutraal nevel niveau nobel nodigen noemen noorden noot normaal nota
            noteren notitie notulist november oase ober oceaan ochtend octaaf octopus odyssee
            oefenen oehoe oerwoud oester oevers ogenblik oktober oldtimer oleander olie olifant
            olijf omafiets omelet omgeving omkleden omloop omringen omroep omruilen omvang omweg
            ontbijt ontleden ontwerp onweer oogappel ooghoek oogkleur oogmerk oogpunt oogwenk
            ooievaar oorbel oorkonde oorring oortje oosten opbellen opbouwen opeens openen opera
            opgewekt opkamer opkikker opladen oplossen opmaken opmerken opnoemen oppassen
            oppikken oppompen oprapen oprit opruimen opslag opsommen opsparen opstap optelsom
            optie optocht opvullen opwarmen orakel oranje orchis ordner oregano organist orgel
            orkest otter ouderdag ovaal oven overstap paard paashaas pagina pakhuis pakket
            paleis paling palmboom pamflet panama panda panfluit panorama pantser papaver
            papegaai papier paplepel paprika parade parcours parel parfum park parodie paskamer
            paspoort passer pasta patat patroon pauw pauze pedaal pelikaan pendelen penning
            penseel peper peppel perfect pergola periode perron perzik peuter piano piccolo
            picknick pierrot pijler pijplijn pilaar piloot pincet pinpas pioen pionier pipet
            piramide pistache pitstop pittig pizza plaats plafond plakken planten plastic
            platform plechtig plein plezier plint ploeg pluggen pluizig pluk plunjer pluspunt
            podcast podium poedel poef poema poetsen poffen pokeren polaroid polder polsband
            pompoen pontveer pony poolvos poort popband popsong populier portret positie
            postbode potentie potgrond potlood potplant potvis prachtig praktijk praline precies
            prei prent prettig prieel prikkel primula prins proberen procent proeven profiel
            project proloog prooi provisie pruim prutsen pudding puilen punaise punkband puntig
            purser putter puzzel pyjama raad raamwerk rabarber racespel radar radio radslag
            rafelig ragout rakker randmeer ranja rantsoen rapen rapsodie rariteit rasp ratel
            rauwkost reactie recept rechtop reclame redelijk reebok reeks refrein refter regen
            regie regulier reiger reinigen reis reizen rekenen rekstok relatie reling remedie
            renbaan rendier renner renpaard rente replica reptiel retour revue riant richting
            ridder riedel riem rietland rijbaan rijden rijkdom rijles rijmvorm rijp rijtuig
            rijwiel rimboe ringweg ritme rits ritueel rivier robijn robot robuust rockband
            rodelen roeien roerei rogge rollen rolmaat rolprent roltrap roman romig rond
            roomkaas roos rosarium rosmolen rotatie rotonde rotsblok roze rubriek rugtas rugzak
            ruil ruimte ruiter rustig saffier salade salie salon salto sambal samen sandaal
            sappig satijn sauna saus savanne saxofoon scannen schaap scherm schip schmink school
            schrift schuur scooter scoren screenen scriptie scrollen sectie sein seizoen
            selderij selectie seminar septet serenade serie servet sessie sextant sfeer shampoo
            shirt shopper showroom sierlijk sifon sijs sikkel silhouet simkaart singel siroop
            sjaal sjabloon sjalot sjoelbak skeelers skihut skilift skioord skyline slaap
            slagroom slak slee sleper sleutel slim slinger slipper slogan sloot slotfase sluis
            slurpen smaak smal smaragd smederij smeersel smeren smullen snaar snackbar snavel
            sneeuw snel snijbiet snoek snor sociaal soda soep softbal sojaboon solarium solist
            soms sonate sopraan sorbet sorteren souvenir spaan spandoek spar spatbord specht
            speeldag spek spelen sperwer spiegel spijker spil spinazie spiraal spitten splinter
            spoedig spons spoor sportief spotter spraak spreken springen sprookje spruit staart
            stabiel stad stamppot stapel station steen steiger stekker stelling stempel stengel
            steppe ster stevig steward sticker stift stijl stippen stoel stof stokvis stoofpot
            storm straat strekken strip stroom struik studio stuit stuk stuntman stuurman
            stuwmeer subgroep subliem subsidie subtiel succes sudderen suiker suppoost surfen
            sushi symbool symfonie synoniem synthese systeem taal tabblad tablet taco tactiek
            tafel talent talisman talkshow talrijk tamboer tamtam tandwiel tapdans tapijt tappen
            tarief tartaar tarwe tastbaar taverne taxi taxus teakhout techniek teckel teken
            tekst telefoon tellen telraam telwerk tempo tenor tent tenue terp terras terugweg
            testrit tevreden texelaar textuur theater thee thema theorie thuis tiara tijd tijger
            tikfout timmeren titaan titel tocht toegang toekomst toendra toernooi toestel toets
            tolbrug tolerant tolken tolpoort tomaat tombola tompoes toneel tonijn toonbank
            toorts topaas topgevel topkok topper toptijd tournee toveren tractor traditie
            trainen traject tramlijn trap trechter treffer trein trekhaak triangel tribune
            tricot trimmen triptiek trommel troon tropisch tros trottoir truffel trui truweel
            tuba tuibrug tuin tulp tunnel tureluur turkoois turnen tweeling twijg twinset
            typeren typisch uiensoep uilenbal uitdelen uiteinde uitgever uithoek uitkomst
            uitlenen uitweg uitzicht ukelele uniek uurglas uurwerk vaak vaandel vaartuig
            vaatdoek vakantie vakblad vakterm vakwerk vallei vandaag vangnet vanille varen
            variant veearts veelvoud veemarkt veen veerboot veganist veger veilig veld venkel
            vennoot venster ventiel veranda verblijf verdelen vereisen verfijnd vergiet verloop
            vernis verschil vertaler verven verzoek vest vetbol vetkrijt veulen viaduct vibreren
            video vierkant vignet vijfhoek vijg vijver villa vilt vinding vinger vinvis violet
            viool virtuoos visarend visboot visdag vishaak visie viskraam vislijn vismarkt
            vissen vitamine vitrine vlaai vlag vlakte vlecht vlek vleugel vliegen vlinder vloer
            vlot vocaal voeding voegwerk voertuig voetbal vogel volgen volledig volzin vonk
            voorjaar vorm vorstin vrede vriend vrijheid vroeg vrolijk vrucht vulkaan vullen
            waaier wachten wagen walnoot walrus walvis wandelen wapperen warande warm wasbeer
            wasdag washok waskrijt waslijst wasmand wassen wastafel water webadres webcam weblog
            website wedloop weefsel weegbree weekend weer wegdek wegennet weghalen wekker welkom
            wending wentelen wereld werkstuk wesp westkust weten weverij wiebelen wieg wieken
            wielren wigwam wijnboer wijsheid wimpel wind wingerd winkel winnen winst winter
            wipmolen wipneus wisent wiskunde wissel witbier witgoud witkop witlof woensdag
            woestijn wokken wolk wollig wonen woonwijk wortel wrijven wuiven xylofoon yoghurt
            zaag zaailand zadel zagerij zakdoek zaklamp zakmes zandbak zanger zaterdag zebra
            zeearend zeebaars zeedijk zeegras zeehond zeekust zeeleeuw zeeman zeeotter zeep
            zeereis zeester zeewater zeezout zeilen zekering zeldzaam zender zeppelin zeshoek
            zetel zigzag zijde zijkant zijpad zijraam zijspan zijweg zilver zingen zintuig
            zinvol zitbank zitdag zitkamer zitzak zoeken zoet zomer zondag zonlicht zonnig
            zoogdier zool zoomlens zoutmijn zuiden zuiver zuurstof zwaaien zwabber zwaluw
            zwemmen zwengel zwerfkei zweven zwierig
            """)
}
