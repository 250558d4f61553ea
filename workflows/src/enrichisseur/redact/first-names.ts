/** First names heard in France and among English speakers, folded; those that are words too stand in `namesThatAreWords`. */
export const firstNames: ReadonlySet<string> = new Set(
  `
abdel abdelkader abdou adam adele adeline adrien adrienne agathe agnes ahmed aicha aissa alain alban albane albert
alex alexandra alexandre alexis alice alicia aline alison alix ali amadou amandine amelie amina amine amir anais anass
anatole andre andrea andrew angela angele angelique anita ann anna anne annick annie anthony antoine antoinette antony
apolline ariane armand armelle arnaud arthur assia astrid aude audrey augustin aurelia aurelie aurelien aurore axel axelle
aya aymeric ayoub barbara baptiste bastien beatrice ben benedicte benjamin benoit bernadette bernard berengere berthe
bertrand bilal blandine bob boris brahim brian brice brigitte bruno camille capucine carine carla carlos carole caroline
cassandra cecile cecilia cedric celestine celia celine chantal charles charlie charline charlotte chantale cheikh cherif
chloe chris christelle christian christiane christine christophe christopher cindy clara clarisse claude claudette
claudia claudine clea clemence clement clementine clotilde colette coline come constant coralie corentin corinne cyril
cyrille dalila damien daniel daniele danielle danny dany daphne david deborah delphine denis denise diane didier dimitri
djamel dominique donald donna dorian dorothee dylan edgar edith edmond edouard edward elea eleonore eliane elias elie
eliott elisa elisabeth elise elizabeth ella ellen elodie eloise elsa elyes emeline emilie emily emma emmanuel emmanuelle
enzo eric erica erika ernest erwan estelle esteban esther ethan etienne eugene eugenie eva evan evelyne fabien fabienne
fabrice fadila fanny farid farida fatih fatiha fatima fatou fatoumata felix ferdinand fernand fernando flavie flavien
florence florent florian francine francis franck francois francoise frank frederic frederique gabin gabriel gabriella
gabrielle gael gaelle gaetan gaston gauthier gautier genevieve geoffrey george georges georgette gerald geraldine gerard
germaine ghislaine gilbert gilles gisele giovanni gregoire gregory guillaume gustave guy gwenael gwenaelle habib hakim
hamid hamza hannah hans harry hassan hassen heidi helen helena helene henri henriette henry herve hicham hocine houda
hubert hugo hugues ibrahim idriss ilan ilyes imane ines ingrid irene isaac isabelle ismael issa ivan jacqueline jacques
jad jade jalil jamal james jamila jane janine jason javier jawad jean jeanne jeannette jeff jennifer jenny jeremie jeremy
jerome jessica jessie jimmy joachim joan joana joao joel joelle johan johanna john johnny jonas jonathan jordan jorge
jose joseph josephine josette joshua josiane josse josue joyce juan judith jules julia julian julie julien juliette
justin justine kader kamal karen karim karima karine karl kate katherine kathleen kathy katia kelly ken kenza kevin khadija
khaled killian kim koffi laetitia laila lamine lara larbi larry latifa laura laure laurence laurent lauriane lea leila
leo leon leonard leonie leslie leyla lila lilian liliane lily lina linda lionel lisa lise loic lola loris lorraine louane
louis louisa louise louna luc luca lucas lucette lucie lucien lucienne ludivine ludovic luis luka lydia lydie lyes lynda
madeleine maelle maeva magali magalie mahmoud maite malik malika mamadou manon manuel marc marceau marcel marcelle
marco margaux margot marguerite maria mariama marianne marie marielle marilyn marine marina mario marion marius
marjorie marlene marta martha marthe martial martine marvin mary maryline maryse maryvonne mateo mathias mathieu
mathilde mathis matthew matthias matthieu maud maureen maurice max maxence maxime maya mehdi melanie melina melissa
mickael michael michel michele micheline michelle miguel mike mila milan mireille miriam mohamed mohammed moise
monica monique morgane mouloud mounir mourad moussa mustapha muriel myriam nabil nadege nadia nadine nael naima nancy
nassim natacha nathalie nathan nawel nelly nicholas nick nicole nicolas nina nino noa noah noe noel noelle noemie
nolwenn nora norbert nordine noura oceane octave odette odile olga olivia olivier omar ophelie oscar oumar ousmane
pablo pascal pascale patrice patricia patrick paul paula paulette pauline pawel pedro peggy penelope peter philip
philippe pierrette pierrick priscilla quentin rachel rachid rachida rafael ralph raoul raphael raphaelle raymond raymonde
rebecca regine regis remi remy renaud rene renee ricardo richard rita robert roberta robin rodolphe rodrigue roger roland
romain romane romuald ronald rosalie roxane ryan sabine sabrina sacha said sakina salim salima salma salome sam samantha
sami samia samir samira samuel samy sandra sandrine sandy sara sarah sasha saskia sebastien selim selma serge severine
sharon sheila sidonie simon simone sofia sofiane solange solene soline sonia sophia sophie soraya souad stacy stan
stanislas stella stephane stephanie stephen steve steven suzanne suzie sylvain sylvaine sylvestre sylvia sylviane sylvie
tamara tania tanguy tatiana teddy teresa theo theodore theophile therese thibaud thibault thibaut thierry thomas tiffany
tim timeo timothee tina titouan todd tom tony tracy tristan valentin valentine valerie vanessa vera veronique vincent
viviane vladimir virginie walid walter warren wendy wilfried william willy xavier yacine yael yann yannick yasmina yasmine
yassine yazid yoan yoann yohan yohann yolande youcef younes youssef yvan yves yvette yvon yvonne zachary zahra zakaria
zaynab zeina zinedine zoe zohra
`
    .trim()
    .split(/\s+/),
)

/** First and last names that are ordinary words as well, folded: names when they are written with a capital. */
export const namesThatAreWords: ReadonlySet<string> = new Set(
  `
aime art aube ball barre baron bell berger bill bird black blanc blanche blanchet blond bois bonhomme bonnet boucher
boulanger bourgeois bouvier brown brun bush camp cartier carpentier carre chapelle charpentier chat chauvin chevalier clair claire
clerc clerk collet comte constance cook couture cooper cousin couvreur dauphin dean desire drew duc duval esperance eve faith
fabre faure fleur fleury fontaine forest foster fournier france frank gardener garde gardener gay goodman grand grant granger
gray green gros guerin hall hamel hardy hope huet hunter iris jack jardin jeune joly jolie joy june king knight lacroix
lambert lane langlois lapierre laroche leclerc lefevre legrand lemaitre lesage lion long loyer maillard maison maitre
mallet marchand marechal mark martin mason masson may melody meunier michaud miller moine monnier moreau moulin
mouton neuville noir olive page parent paris pascal pasteur pat pelletier perle petit petite pierre poirier poisson pons porter
potter prevost prince prior prudence regent renard rene ray reed rich rivet rivière roche rob robin roi rose rousseau roux roy royer rob
salmon sauvage sellier serge shepherd short smith soleil star stone sue swan tailleur taylor tellier tissier tisserand
tonnelier turner vallet vasseur verdier victor victoire victoria vidal villain violette walker wall ward weaver
webb west white will wise wolf wood woods young lopez sanchez salles rossignol lebrun poulain caron merle charron texier
`
    .trim()
    .split(/\s+/),
)
