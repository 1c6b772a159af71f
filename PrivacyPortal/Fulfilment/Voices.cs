namespace PrivacyPortal.Fulfilment;

/// <summary>Settles what voices claim from what they hear, all at once: rounds until nothing changes, so circles need no care.</summary>
internal static class Voices
{
    /// <summary>The given rows and all that they hear, as far as it is not settled yet.</summary>
    public static List<Voice> Unsettled(IEnumerable<Row> rows)
    {
        var found = new List<Voice>();
        var seen = new HashSet<Voice>();
        var open = new Stack<Voice>(rows);
        while (open.TryPop(out var voice))
        {
            if (voice.Settled || !seen.Add(voice))
                continue;
            found.Add(voice);
            foreach (var heard in voice.Hears)
                open.Push(heard);
            if (voice is Content content)
            {
                foreach (var inner in content.Inner)
                    open.Push(inner);
            }
        }

        // What is heard was found after what hears it: from the far end fewer rounds are needed.
        found.Reverse();
        return found;
    }

    public static void Settle(List<Voice> voices)
    {
        bool changed;
        do
        {
            changed = false;
            foreach (var voice in voices)
            {
                var claim = voice.Listen();
                changed |= claim != voice.Claim;
                voice.Claim = claim;
            }
        }
        while (changed);
    }
}
