using System.Net;
using System.Net.Sockets;

namespace DrInfra.Policies.Aws.Vpc;

/// <summary>Ranges of IPv4 addresses, as <c>10.64.0.0/16</c> writes them.</summary>
internal static class AddressRanges
{
    /// <summary>Null where the text is no such range.</summary>
    public static IPNetwork? Parse(string? text) =>
        IPNetwork.TryParse(text, out var range) && range.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? range : null;

    /// <summary>Whether each address of the other range is in this one. Two ranges of which neither holds the other share no address.</summary>
    public static bool Holds(this IPNetwork range, IPNetwork other) =>
        range.PrefixLength <= other.PrefixLength && range.Contains(other.BaseAddress);
}
