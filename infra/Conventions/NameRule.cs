using System.Security.Cryptography;
using System.Text;

namespace DrInfra.Infra.Conventions;

/// <summary>What a service takes as a name, and how a name that it does not take is made to fit.</summary>
/// <param name="Service">What is named.</param>
/// <param name="MaxLength">The longest name.</param>
/// <param name="Pattern">The service's pattern, as its source states it.</param>
/// <param name="Source">Where the service states it.</param>
/// <param name="Filler">What stands for a character that the service does not take.</param>
/// <param name="Takes">The characters that it takes.</param>
public sealed record NameRule(string Service, int MaxLength, string Pattern, string Source, char Filler, Func<char, bool> Takes)
{
    private const int HashLength = 6;

    /// <summary>
    /// The name itself where it fits. Else: foreign characters mapped, cut, and a six-letter hash of the whole name at the end, so
    /// that two long names that begin alike stay two names.
    /// </summary>
    public string Fit(string name)
    {
        if (name.Length <= MaxLength && name.All(Takes))
        {
            return name;
        }

        var mapped = new string([.. name.Select(character => Takes(character) ? character : Filler)]);
        var head = mapped.Length <= MaxLength - HashLength - 1 ? mapped : mapped[..(MaxLength - HashLength - 1)];
        return $"{head.TrimEnd(Filler)}{Filler}{Hash(name)}";
    }

    private static string Hash(string name)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return new string([.. digest.Take(HashLength).Select(value => (char)('a' + (value % 26)))]);
    }
}
