"""What each part of the app is for, in one sentence: the first line of its help."""

from __future__ import annotations

from collections.abc import Mapping

PURPOSES: Mapping[str, str] = {
    "main": "Här bedömer och kommenterar du planernas uppdrag och aktiviteter.",
    "comment": "Här skriver du kommentaren till en rad.",
    "picker": "Här väljer du vilken status raden ska ha.",
    "form": "Här ändrar du radens uppgifter; det som är fel står vid fältet.",
    "chooser": "Här väljer du en rad i en lista.",
    "mal": "Här väljer du vilka mål uppdraget bidrar till.",
    "removal": "Här ser du vad som försvinner innan något tas bort.",
    "todo": "Här ser du vad som återstår att göra, plan för plan.",
    "search": "Här söker du bland namn, id och kommentarer medan du skriver.",
    "jump": "Här går du till en rad genom att trycka på dess bokstav.",
    "filter": "Här väljer du vilka rader trädet ska visa.",
    "overview": "Här ser du läget för alla förvaltningar och fokusområden på en gång.",
    "malmatris": "Här ser du vilka nämnder som svarar för årets mål, hur det går, och var uppdrag saknas.",
    "report": "Här läser du en rapport om hela regionen som det är nu, och går till det en rad handlar om.",
    "conflict": "Här väljer du mellan ditt värde och det som står i filen.",
    "met": "Här väljer du mellan ditt värde och andras, när båda har ändrat samma sak sedan du synkade.",
    "stopped": "Här läser du varför synken stannade, och vad du kan göra.",
    "history": "Här ser du vem som har ändrat raden eller planen, när och hur.",
    "past": "Här ser du planen som den var då; inget går att ändra, men du kan återställa.",
    "export": "Här väljer du vilka rapporter som ska skrivas, för vem, i vilka format och vart.",
    "exporting": "Här ser du vilka filer som är skrivna, och kan öppna dem.",
    "preview": "Här läser du rapporten som text; pilarna och PgDn rullar.",
    "identity": "Här säger du vem du är, så att git kan skriva det på dina ändringar.",
    "help": "Här ser du vad som går att göra, och med vilka tangenter.",
    "copied": "Här står det du kopierade, om terminalen inte ville ta emot det.",
    "themes": "Här väljer du färger; du ser hur de blir medan du väljer.",
}
"""By the home of the actions that the part answers."""
