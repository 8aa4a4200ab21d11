#include "reading/exchange.h"

bool
exchange_has_hosts(const Document *doc)
{
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++)
		if (doc_speaker(doc, id)->role == SPEAKER_HOST)
			return true;
	return false;
}

static SpeakerId
speaker_of(const Document *doc, TurnId turn)
{
	return doc_turn(doc, turn)->speaker;
}

static bool
is_host(const Document *doc, SpeakerId id)
{
	return doc_speaker(doc, id)->role == SPEAKER_HOST;
}

/* The first turn of the exchange that ends with this one. */
static TurnId
first_of(const Document *doc, bool hosts, TurnId answer)
{
	SpeakerId answers = speaker_of(doc, answer);
	TurnId first = answer;
	bool asked = false;

	while (first > 0 && answer - first < EXCHANGE_MAX - 1) {
		SpeakerId who = speaker_of(doc, first - 1);
		bool asks = hosts ? is_host(doc, who)
				  : who == speaker_of(doc, answer - 1);

		if (who == answers || (asked && !asks))
			break;
		asked = asked || asks;
		first--;
	}
	return first;
}

ExchangeTurns
exchange_around(const Document *doc, bool hosts, TurnId turn)
{
	ExchangeTurns turns = { turn, turn + 1 };
	SpeakerId asks = speaker_of(doc, turn);
	bool answered = false;

	for (TurnId at = turn; at < doc_n_turns(doc)
			       && at - turn < EXCHANGE_MAX; at++) {
		SpeakerId who = speaker_of(doc, at);
		bool answers = !hosts || !is_host(doc, who);
		TurnId first;

		if (answered && (!hosts || !answers))
			break;
		if (!answers)
			continue;
		first = first_of(doc, hosts, at);
		if (first <= turn && first < turns.first)
			turns.first = first;
		if (first <= turn)
			turns.end = at + 1;
		answered = hosts || who != asks;
	}
	return turns;
}
