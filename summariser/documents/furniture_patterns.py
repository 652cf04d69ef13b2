"""What furniture looks like: one pattern each, tried on a whole paragraph with its white space reduced to spaces."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = [
    "BLOCK_TITLE",
    "MACHINE",
    "MACHINE_GOES_ON",
    "MACHINE_SENTENCE",
    "PATTERNS",
    "REPORTING",
    "SECTION_ITEM",
    "UI_ITEM",
    "Pattern",
]


class Pattern(NamedTuple):
    """One look of furniture.

    Attributes:
        reason: What it is, for the coverage ledger.
        regex: Matched from the start of the paragraph.
        longest: Longest paragraph it may take, in characters.
        quotable: True where a reporting verb shows that the words are news and not furniture.
    """

    reason: str
    regex: re.Pattern[str]
    longest: int = 300
    quotable: bool = False


def _compile(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE)


REPORTING = re.compile(
    r"\b(?:said|says|told|tells|added|asked|warned|argued|replied|according to|announced|found|reported|admitted|"
    r"claimed|wrote|noted|urged|insisted|explained|demanded|promised)\b"
)

_NETWORK = (
    r"(?:facebook|twitter|x(?: \(twitter\))?|linked-?in|whats-?app|telegram|reddit|pinterest|instagram|"
    r"youtube|tik-?tok|threads|bluesky|mastodon|messenger|flipboard|e-?mail|sms)"
)
_TARGET = rf"(?:{_NETWORK}|print|copy link|link|save|more)"
_LINKS = r"(?:stories|story|articles?|news|coverage|content|posts?|topics?|links?|reading|reports?|headlines|items)"

_LINK_LINE = _compile(
    r"(?:also read|read also|see also|read more|read next|read this|also on this (?:page|site)|more on this|watch|"
    rf"watch now|listen(?: now)?|podcast|video|gallery|in pictures|quiz|related(?: {_LINKS})?|"
    rf"recommended(?: {_LINKS}| for you)|don[’']t miss|in case you missed it|"
    r"you (?:may|might) also like|further reading|from our archives?)\s{0,2}[:|►▶]\s?(?!(?-i:[a-z]).*\.$)\S.*",
    r"(?:also read|read also)\s{1,2}[-–—]\s.*",
    r"(?:[→►▶»>]+ ?)?(?:(?:click|tap) (?:here|on the link)|read the full (?:story|article)(?: here)?|back to top|"
    r"continue reading(?: below| the main story)?|(?:read|show|load|see|view) (?:more|all)"
    r"(?: (?:news|stories|articles|posts|comments|results|photos|here|(?:about|on) this(?: \w+)?))?)\W{0,4}",
    r"(?:click|tap) here (?:to|for)\b.*",
)
_ADVERT = _compile(
    r"\W{0,3}(?:advertisements?|advertorial|sponsored(?: content| posts?| links?)?|paid (?:post|content|partnership)|"
    r"promoted(?: content)?)\W{0,3}",
    r"[\[(]?(?:advertisement|advert|sponsored(?: content)?|promoted(?: content)?|paid post)\s{0,2}[:–—-]\s?\S.*",
    r"\W{0,3}(?:story|article|text) continues (?:below|after)\b.{0,40}",
    r"\W{0,3}scroll (?:down )?to continue\b.{0,40}",
)
_OFFER = _compile(
    r"book (?:now|your tickets?|online|early)\b\W.*",
    r"win (?:an?|one|tickets?|\d+|£\d+|\$\d+)\b.*\b(?:enter|entries|competition)\b.*",
    r"(?!.*[\"“”]).{10,160}\bbook (?:by|before) [\w ]{2,20} and save\b.*",
    r"text \w{2,12} to \d{4,6}\b.*",
)
_COOKIES = _compile(
    r"(?:we|we and our (?:\d+ )?partners|this (?:web)?site|our (?:web)?site|[\w-]{2,30}\.[\w.]{2,20}|"
    r"[\w-]{3,30}(?: \w{3,20})?) (?:may )?uses? cookies\b.*",
    r"by (?:continuing|using|clicking|browsing)\b.{0,120}\bcookies\b.*",
    r"(?:this (?:web)?site|this page) asks for your consent\b.*",
    r"(?:accept|reject|allow|manage) (?:all )?cookies\b.{0,80}",
    r"your privacy (?:choices|settings)\b.{0,40}",
    r"do not sell (?:or share )?my personal information\b.*",
)
_SUBSCRIBE = _compile(
    r"subscribe(?: now| today| here)?\W{0,3}",
    r"subscribe (?:to|for|from|now|today|here|and)\b.*\b(?:newsletter|e-?mail|inbox|updates|alerts|channel|podcast|"
    r"month|year|week|access|us|our)\b.*",
    r"(?:sign up|register)(?: now| today| here| free)?(?:\W{1,3}| (?:to|for|and)\b).*"
    r"\b(?:newsletters?|e-?mails?|inbox|alerts?|bulletin|briefing|updates|daily|weekly)\b.*",
    r"(?:get|receive) .{1,120}\b(?:newsletter|(?:in|to) your inbox|sign up|news alerts)\b.*",
    rf"(?:follow|like|find|join) us (?:on|at) (?:all |our |social |{_NETWORK}).*",
    r"follow (?:us|@\w+)\W{0,3}",
    rf"join our {_NETWORK} (?:channel|group|community).*",
    r"(?:download|get) (?:our|the) (?:free )?app\b.*",
    r"enter your e-?mail\b.*",
    r"we (?:will|[’']ll|do|shall) (?:never|not) (?:share|sell|pass on|rent|use) your "
    r"(?:e-?mail|details|data|address|information)\b.*",
    r"(?:thank you|thanks) for reading\b.*",
    r"our journalism\b.*\b(?:donate|support|subscribe|contribut\w+)\b.*",
    r"(?:un)?subscribe at any time\W*",
    r"(?:support|help fund) (?:our|independent) journalism\b.*",
    r"you (?:have|[’']ve) (?:\d+|one|two|three|four|five|no) (?:free )?(?:articles?|stories) (?:left|remaining)\b.*",
    r"(?:unlock|get) unlimited (?:digital )?access\b.*",
)
_SHARE = _compile(
    rf"share(?: this| the)?(?: article| story| page| post| news| link)?(?: (?:on|via|with|by))?\s{{0,2}}:?\s{{0,2}}"
    rf"{_TARGET}(?:\W{{1,4}}(?:and )?{_TARGET}){{0,12}}\W{{0,3}}",
    r"share this (?:article|story|page|post)\W{0,3}",
    r"(?:copy link|save for later|listen to this (?:article|story)|print this (?:page|article))\W{0,3}",
)
_CAPTION = _compile(
    r"[\[(]?\s?(?:file |staff |handout |stock )?(?:photo(?:graph)?|image|picture)"
    r"(?: credits?| source| courtesy(?: of)?)?\s{0,2}[:©]\s?\S.*",
    r"[\[(](?:file |staff )?(?:photo(?:graph)?|image|picture)(?: by| credit| courtesy|/).{2,120}[\])]",
    r"(?:photo(?:graph)?|image|picture) (?:credits?|courtesy(?: of)?)\b.{0,100}",
    r"📷.*",
    r"\(?(?:ap photo|(?:reuters|afp|getty images|epa|xinhua)/)\S?.{2,60}\)?",
    r".{10,280}[\[(](?:file |ap )?(?:photo(?:graph)?|image|picture)"
    r"(?::| by| credit:?| courtesy(?: of)?)? [^()\[\]]{2,80}[\])]",
    r"file photo\W{0,2}",
)
_CAPTION_CREDIT = re.compile(
    r"[\[(]?(?:[Ff]ile |[Ss]taff )?(?:Photo|Photograph|Image|Picture) by [A-Z][\w.’'/ -]{2,60}[\])]?"
    r"|.{10,280}[.|] (?:Photo|Photograph|Image|Picture)(?: credit)?: [A-Z][^.!?]{2,60}[\])]?"
)
_COPYRIGHT = _compile(
    r"(?:©|copyright (?:©|\(c\)|(?:19|20)\d\d)).*",
    r".{0,120}\ball rights reserved\W{0,3}",
    r"published by .{3,60}\b(?:ltd|limited|plc|llc|inc)\b.{0,80}\bregistered (?:in|office|number)\b.*",
    r"[\w’' ]{3,40} is a member of the independent press standards organi[sz]ation\b.*",
    r"this (?:is a (?:breaking|developing)(?: news)? story|story|article|page|report)\b[^.]{0,40} will be updated"
    r"(?: (?:as|when|once|shortly|soon|throughout|later)\b.{0,60})?\W{0,3}",
)
_ACCOUNT = _compile(
    r"(?:sign|log) ?in(?: (?:or|/) (?:register|sign up|create an account))?"
    r"(?: to (?:comment|continue|read)\b.{0,40})?\W{0,3}",
    r"(?:already (?:a subscriber|have an account|registered)|not a subscriber)\?.{0,60}",
    r"create (?:a |an |your )?(?:free )?account\W{0,3}",
)
_READING = _compile(
    r"(?:(?:estimated )?reading time\W{0,3})?\d{1,3}[ -]?min(?:ute)?s?(?: read| to read)\b.{0,40}",
    r"(?:estimated )?reading time\W{1,3}\d{1,3} ?min.{0,20}",
)
_COMMENTS = _compile(
    r"\d{1,3}(?:[,.]\d{3})? comments?\W{0,3}",
    r"comments?(?: section)? ?(?:\(\d[\d,.]{0,8}\)|are closed)\W{0,3}",
    r"(?:leave|post|add|write) a (?:comment|reply)\W{0,3}",
    r"(?:view|show|read|hide)(?: all)?(?: \d+)? comments\W{0,3}",
    r"be the first to comment\W{0,3}",
    r"posted by \S+(?: \w+)? (?:at|on) \d.*",
    r"(?-i:[A-Za-z][a-z_.-]{2,20})\d{1,4}: .*",
    r"(?:please )?(?:read|see|follow|respect) our (?:community|comment\w*|house) "
    r"(?:guidelines|rules|standards|policy)\b.*",
    r"join the (?:conversation|discussion)\W{0,3}",
)
_SKIP = _compile(
    r"(?:skip|jump) to (?:the )?(?:main |page )?(?:content|navigation|footer|search|menu|main)\W{0,3}",
    r"(?:toggle|open|close|main|site) (?:navigation|menu)\W{0,3}",
    r"☰.*",
)

_READER = (
    r"(?:(?:ai|artificial intelligence|automated|machine|software|summari[sz](?:ation|ing)) "
    r"(?:systems?|models?|assistants?|agents?|readers?|summari[sz]ers?|tools?|chat-?bots?|bots?|crawlers?|scrapers?)|"
    r"ai|llms?|(?:large )?language models?|chat-?bots?|bots?|crawlers?|(?:chat)?gpt)"
)
_READERS = (
    rf"{_READER}(?:(?:,| and| or|, and|/)(?: (?:any|all|other))* (?:{_READER}|models?|claude|gemini|copilot)){{0,4}}"
)
_DOING = r"(?:reads?|process(?:es)?|summari[sz]es?|extracts?|parses?|analy[sz]es?)"
_DOING_SO = r"(?:reading|processing|summari[sz]ing|parsing|scanning|extracting|analy[sz]ing)"
_AT_WORK = rf"(?:{_DOING_SO}|(?:that|which|who) {_DOING})"
_HERE = r"(?:page|text|document|article|message|notice|site|file|story|line|passage|paragraph|section)"
_PAGE = rf"this {_HERE}\b"
_ADDRESS = (
    r"(?:(?:hidden|secret|special|important|additional|further) )*"
    r"(?:note|notice|message|instructions?|important|prompt|hint|memo)(?: (?:to|for))"
)
_CALL = rf"(?:(?:{_ADDRESS}|attention,?|dear|hello|hey)(?: (?:the|any|all|every|our))?|(?:to|for) (?:any|all|every))"
_ABOUT = r"(?: (?:from|of|given|on|regarding|about|concerning))"
_IGNORE = r"(?:please )?(?:ignore|disregard|forget)(?: all| any| everything)?(?: of)?(?: the| your)?"
_TOLD = r"(?:must|should|shall|will|(?:are|is) (?:required|asked|told|instructed) to)"
_ORDER = (
    "from now on|instead|then|also|always|never|only|do not|don't|you|your|please|add|answer|output|respond|reply|"
    "write|state|say|report|mention|list|include|record|treat|replace|omit|ignore|disregard|praise|describe|pretend|translate|"
    "reveal|print|repeat"
)
_MACHINE = (
    rf"{_CALL} {_READERS}(?: {_AT_WORK}[^.:]{{0,80}})?\s?(?:[:.,–—]|-\s).*",
    rf"(?:any |every |all )?{_READERS} {_AT_WORK}[^.:]{{0,40}} {_PAGE}.*",
    rf"(?:any |every |all )?{_READERS}: .*",
    rf"summari[sz](?:ation|ing) (?:systems?|models?|tools?|software) {_TOLD} .*",
    (
        rf"(?:ai|ai-generated|automated|automatic|machine) (?:summary|summaries|abstracts?|briefs?)(?: of {_PAGE})? "
        rf"{_TOLD} .*"
    ),
    rf"this {_HERE} is (?:meant |intended |only |solely |just )*for {_READERS}.*",
    r"human readers? (?:may|can|should|must) (?:skip|ignore|disregard) .*",
    rf"(?:when|if|while|before) (?:(?:you )?{_DOING}|{_DOING_SO}) {_PAGE},? (?:{_ORDER})\b.*",
    rf"if you are an? {_READER}(?:[,:]| {_AT_WORK}| (?:and|or) ).*",
    rf"as an? {_READER},? you (?:must|should|are|will)\b.*",
    r"you are (?:now )?an? (?:\w+ )?(?:ai (?:system|model|assistant|agent|chat-?bot)|language model|chat-?bot)\b.*",
    r"you are (?:now )?a helpful assistant\b.*",
    rf"{_IGNORE} (?:previous|prior|above|earlier|preceding) (?:instructions?|prompts?)(?!{_ABOUT})\b.*",
    rf"{_IGNORE} (?:{_HERE}|contents?|words)?\s?(?:above|before|so far),? (?:and|instead|then|;|,).*",
    (
        r"(?:new|updated|additional|special) (?:system )?(?:instructions?|prompt): "
        r"(?:the assistant|you|ignore|disregard|from now).*"
    ),
    r"(?:system|developer)(?: (?:prompt|message))?\s?:\s?(?:you|ignore|disregard|from now)\b.*",
    r"\{\s?\"role\"\s?:.*",
    r"<\|(?:im_start|system|user|assistant)\|?>.*|\[/?INST\].*|<</?SYS>>.*|#{2,3} ?(?:instruction|system prompt):?.*",
)
MACHINE_GOES_ON = _compile(rf"(?:{_ORDER})\b.*|<\|.*|\[/?INST.*")
"""A sentence with which such an address goes on."""

# Marks may stand before it, but no quotation mark: a quoted instruction is news.
MACHINE = Pattern(
    "text addressed to a machine reader",
    _compile(*(rf"[^\w\"“‘'«]{{0,4}}(?:{one})" for one in _MACHINE)),
    longest=5_000,
)
MACHINE_SENTENCE = _compile(*_MACHINE)

PATTERNS: tuple[Pattern, ...] = (
    Pattern("link to another article", _LINK_LINE),
    Pattern("advertisement", _ADVERT),
    Pattern("advertisement", _OFFER, quotable=True),
    Pattern("cookie notice", _COOKIES, 500, quotable=True),
    Pattern("newsletter or subscription line", _SUBSCRIBE, quotable=True),
    Pattern("share bar", _SHARE),
    Pattern("photo caption or credit", _CAPTION, 400),
    Pattern("photo caption or credit", _CAPTION_CREDIT, 400),
    Pattern("copyright line", _COPYRIGHT, 400),
    Pattern("sign-in line", _ACCOUNT),
    Pattern("reading time", _READING, 80),
    Pattern("comments", _COMMENTS, 200),
    Pattern("skip link or menu", _SKIP, 200),
)

BLOCK_TITLE = _compile(
    r"\W{0,3}(?:(?:most|more) (?:read|popular|viewed|shared|watched|discussed)|trending|popular|latest|top|other)"
    rf"(?: (?:now|today|{_LINKS}))?(?: \([^()]{{1,20}}\))?\W{{0,3}}",
    r"\W{0,3}(?:more|related|recommended|similar|sponsored) "
    rf"{_LINKS}\W{{0,3}}",
    r"\W{0,3}(?:around the web|from (?:around )?the web|from our partners|you (?:may|might) also like|"
    r"what to read next|recommended for you|editor[’']?s[’']? picks|more on this (?:story|topic)|more from .{2,40})"
    r"(?: \([^()]{1,20}\))?\W{0,3}",
)
"""The title over a list of links to other articles."""

UI_ITEM = _compile(
    r"home|menu|search|(?:log|sign) ?in|register|my account|contact(?: us)?|about us|help|faq|site ?map|e-?edition",
    r"privacy(?: policy| notice| settings)?|terms(?: of (?:use|service)| and conditions)?|legal notice|imprint|"
    r"(?:cookies?|cookie (?:settings|policy|preferences|notice))|do not sell .{0,40}",
    r"(?:accept|reject|allow|decline) all|manage (?:choices|preferences|cookies|settings)",
    rf"(?:share )?(?:on |via )?:? ?{_NETWORK}|share(?: .{{0,30}})?|tweet|copy link|save(?: for later)?|bookmark",
    r"f|t|in|✉|print(?: this page| article)?|(?:download )?pdf|comments?(?: \(\d+\))?|\d+ comments?|report an error|"
    r"syndication|reprints|version \w{3,12}",
    r"(?:subscribe|unsubscribe|sign up|follow|get e-?mails?|register for|newsletters?)\b.{0,50}",
    r"©.{0,60}|all rights reserved\.?",
)
"""An entry of a menu, share bar or footer, matched whole."""

SECTION_ITEM = _compile(
    r"news|world|politics|business|markets|economy|trade|sports?|opinion|culture|arts|science|health|technology|tech|"
    r"weather|travel|video|podcasts?|photos?|photo gallery|jobs|obituaries|speeches|archive|press|careers|english|"
    r"français"
)
"""The name of a section, which a table may hold too."""
