using System.Globalization;

namespace RbacGrains.Client;

/// <summary>One place where a request may carry an id.</summary>
public abstract class IdSource
{
    /// <summary>What a person calls the place: <c>header Rbac-Organization</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the values are the identity's, which whoever sends the request cannot choose.</summary>
    public virtual bool IsOfIdentity => false;

    /// <summary>A value of the route.</summary>
    public static IdSource Route(string key) => new Named($"route value '{key}'", facts =>
        facts.RouteValues.TryGetValue(key, out var value) && value is not null ? [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""] : []);

    /// <summary>A header. One that is there without a value, or more than once, is refused rather than passed over.</summary>
    public static IdSource Header(string header) => new Named($"header '{header}'", facts =>
        facts.HttpContext?.Request.Headers.TryGetValue(header, out var values) is true ? values : []);

    /// <summary>A parameter of the query: for WebSockets of browsers, which cannot send headers.</summary>
    public static IdSource Query(string parameter) => new Named($"query parameter '{parameter}'", facts =>
        facts.HttpContext?.Request.Query.TryGetValue(parameter, out var values) is true ? values : []);

    /// <summary>A claim of an identity that is signed in. Claims that say the same are one.</summary>
    public static IdSource Claim(string type) => new Named(
        $"claim '{type}'",
        facts => facts.Claims.Where(claim => string.Equals(claim.Type, type, StringComparison.Ordinal)).Select(claim => claim.Value).Distinct(StringComparer.Ordinal),
        isOfIdentity: true);

    /// <summary>Every value that is there. More than one is refused.</summary>
    /// <param name="facts">What is known.</param>
    /// <returns>None when the place is empty; then the next source is asked.</returns>
    public abstract IEnumerable<string?> Read(RequestFacts facts);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private sealed class Named(string name, Func<RequestFacts, IEnumerable<string?>> read, bool isOfIdentity = false) : IdSource
    {
        public override string Name => name;

        public override bool IsOfIdentity => isOfIdentity;

        public override IEnumerable<string?> Read(RequestFacts facts) => read(facts);
    }
}
