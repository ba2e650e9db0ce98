/** News sentences with their names in brackets: headlines, openings, titles, quotations. */
export const english: readonly string[] = `
The [Bank of England] raised interest rates by a quarter point on Thursday, its governor [Andrew Bailey] said.
[Ursula von der Leyen] told the [European Parliament] that the bloc would stand by [Moldova].
[Von der Leyen] will meet Prime Minister [Pedro Sánchez] in [Madrid] next week.
French President [Emmanuel Macron] and German Chancellor [Friedrich Merz] held talks at the [Élysée Palace].
In [Nairobi], police fired tear gas at protesters near [Uhuru Park].
Police in [Kenya] said 12 people were arrested on Monday evening.
"I have never seen anything like it," said [Mary O'Neill], a teacher from [Cork].
Former Defence Secretary [Ben Wallace] declined to comment.
The [U.N. Security Council] was due to vote on Friday.
[NATO] Secretary General [Mark Rutte] said allies would spend more.
Yesterday [Boeing] delivered its first jet to [Air India] since March.
[Boeing] said the delay was over.
The [US]-led coalition has carried out strikes in [Yemen] since January.
[Israel] and [Hamas] agreed to a truce brokered by [Qatar] and [Egypt].
The [Israel]-[Hamas] war has displaced most people in [Gaza].
Gen. [Mark Milley] testified before the [Senate Armed Services Committee].
[Bashar al-Assad] fled to [Moscow], the [Kremlin] confirmed.
President [Assad] had ruled [Syria] for 24 years.
The [World Health Organization] warned that cholera was spreading in [Sudan].
Dr. [Tedros Adhanom Ghebreyesus], who leads the [WHO], asked for more money.
Shares of [Apple] and [Microsoft] fell in early trading in [New York].
The [Dow Jones Industrial Average] lost 300 points.
[John F. Kennedy] was shot in [Dallas] in 1963.
Striker [Harry Kane] scored twice as [Bayern Munich] beat [Arsenal].
[Kane] missed a penalty in the 80th minute.
The [University of Cape Town] closed its campus because of the fires on [Table Mountain].
Officials from the [International Monetary Fund] arrived in [Buenos Aires].
Argentine President [Javier Milei] has promised to close the [Central Bank of Argentina].
Ms. [Park] and Mr. [Kim] were questioned for nine hours, [Yonhap] reported.
[South Korea] scrambled fighter jets after Russian planes entered its airspace.
Chinese Foreign Minister [Wang Yi] is visiting [Islamabad].
The [Ministry of Foreign Affairs] in [Beijing] rejected the report.
[Wang] called for restraint.
Rescuers found two survivors in the rubble in [Antakya], [Anadolu] reported.
The mayor of [London], [Sadiq Khan], opened the bridge.
The [Metropolitan Police] said a man had been charged under the [Terrorism Act].
Witnesses told the [BBC] that they had heard an explosion.
About 2,000 refugees crossed the [Mediterranean Sea] last week, according to the [Red Cross].
[SpaceX] launched the [Starship] rocket from [Boca Chica], [Texas].
[Elon Musk] watched the launch with [U.S.] senators.
The fighter [F-16] was seen over [Lviv] on Sunday.
Sir [Keir Starmer] has a majority in the [House of Commons].
The [House of Lords] may still delay the bill.
"We will not wait," [Starmer] said. "[Britain] has waited long enough."
The [Supreme Court] ruled six to three against the [Food and Drug Administration].
[Justice Department] lawyers had argued for a stay.
[Wagner] fighters left [Bakhmut] in June, Ukrainian officials said.
[Yevgeny Prigozhin], the head of [Wagner], died when his plane crashed in the [Tver] region.
A spokesman for the [Federal Reserve] said inflation was easing.
King [Charles] and Queen [Camilla] visited [Nova Scotia].
Residents of [Sana'a] said the airport was hit.
[Mahmoud Abbas], also known as [Abu-Mazen], met Saudi officials in [Riyadh].
More than 40 Nigerian students were freed in [Kaduna].
The [African Union] suspended [Niger] after the coup.
What happens next is up to [Congress].
However, the German economy shrank in the second quarter.
Many Americans work on Labor Day.
Firefighters in [California] contained the [Palisades Fire].
The [Nobel Peace Prize] went to [Narges Mohammadi].
[Doctors Without Borders] said its hospital in [El Fasher] was shelled.
[Toyota] and [Honda] halted production in [Japan].
[Russia]'s [Gazprom] cut supplies to [Austria].
I think it is a mistake, and I will say so.
Lava reached the town of [Grindavík] in [Iceland].
[Médecins Sans Frontières] treated 300 people.
The film won an award at the [Cannes Film Festival].
[Meta] owns [WhatsApp] and [Instagram].
Critics said the plan was too expensive.
Today, nobody in [Lisbon] doubts it.
Interior Minister [Yoav Gallant] visited the [West Bank].
The chief executive of [Siemens], [Roland Busch], spoke to reporters.
`
  .trim()
  .split('\n')

/** Labelled after the rules were made, to see what they are worth on other texts; no rule was made for them. */
export const englishUnseen: readonly string[] = `
[Jens Stoltenberg] handed over to [Mark Rutte] in [Brussels] on Tuesday.
The [European Court of Human Rights] in [Strasbourg] ruled against [Hungary].
A ferry capsized off the coast of [Zanzibar], killing at least 14 people.
[Ethiopian Airlines] said one of its jets had made an emergency landing in [Lagos].
[Narendra Modi] will address the nation on Independence Day.
The [Reserve Bank of Australia] kept its main rate at 4.35 percent.
"They took everything," said [Amina Yusuf], 34, who fled [Khartoum] with her children.
Prosecutors in [Paris] have opened an inquiry into [TotalEnergies].
[Shell] and [BP] reported lower profits.
The [Amazon] has lost a fifth of its trees, [Brazil]'s space agency said.
Senator [Lisa Murkowski] voted against the bill, as did [Susan Collins] of [Maine].
Hurricane [Milton] made landfall near [Siesta Key].
The [International Criminal Court] issued a warrant for [Omar al-Bashir].
Last month [Hungary] blocked a statement by the [EU].
[Novak Djokovic] withdrew from the [Australian Open] with a knee injury.
[Djokovic], 38, has won 24 [Grand Slam] titles.
Thousands marched through [Tbilisi] after the [Central Election Commission] published results.
Villagers near [Mount Etna] were told to stay indoors.
Pope [Leo] will visit [Turkey] in November, the [Vatican] said.
Workers at [Volkswagen] went on strike in [Wolfsburg].
The ship had left [Port Said] for [Marseille] with 300 containers.
Ms. [Al-Sharif] said she would appeal.
[Hezbollah] fired rockets into northern [Israel], the [IDF] said.
Aid convoys reached [Deir al-Balah] on Sunday for the first time in weeks.
The [Office of the High Commissioner for Human Rights] called the trial unfair.
Vice President [JD Vance] spoke at the [Munich Security Conference].
[Taiwan] raised its alert level after Chinese warships were seen in the [Taiwan Strait].
Scientists at the [Max Planck Institute] found traces of water on [Mars].
[Nokia] will cut 2,000 jobs, mostly in [Finland].
A spokeswoman for Chancellor [Merz] declined to comment.
Inflation in [Turkey] fell to 33 percent, [TurkStat] said.
Deputy Prime Minister [Angela Rayner] resigned.
`
  .trim()
  .split('\n')
