namespace RbacGrains.Api;

/// <summary>
/// The stable codes of what can be wrong with a request before it reaches an actor; whatever an actor answers has a code of
/// <see cref="Core.ErrorCodes"/>. A code is never renamed or given another meaning.
/// </summary>
public static class ProblemCodes
{
    /// <summary>There is no key, or it is not a key of this service.</summary>
    public const string Unauthenticated = "unauthenticated";

    /// <summary>The body is not JSON.</summary>
    public const string MalformedJson = "malformed_json";

    /// <summary>The body is nested deeper than anything that is understood.</summary>
    public const string TooDeep = "too_deep";

    /// <summary>The body has a field that the request does not know.</summary>
    public const string UnknownField = "unknown_field";

    /// <summary>The body has a field twice.</summary>
    public const string DuplicateField = "duplicate_field";

    /// <summary>The body lacks a field that the request needs.</summary>
    public const string MissingField = "missing_field";

    /// <summary>A field has a value of another type than the request understands.</summary>
    public const string InvalidType = "invalid_type";

    /// <summary>The body is larger than this request may be.</summary>
    public const string BodyTooLarge = "body_too_large";

    /// <summary>The body is of another content type than the request understands.</summary>
    public const string UnsupportedMediaType = "unsupported_media_type";

    /// <summary>The caller accepts none of the formats that there are.</summary>
    public const string NotAcceptable = "not_acceptable";

    /// <summary>A header has a value that cannot be understood.</summary>
    public const string InvalidHeader = "invalid_header";

    /// <summary>The query has a parameter that the request does not know.</summary>
    public const string UnknownParameter = "unknown_parameter";

    /// <summary>A batch has more checks than fit.</summary>
    public const string TooManyChecks = "too_many_checks";

    /// <summary>The service has no such authorization model.</summary>
    public const string ModelNotFound = "model_not_found";

    /// <summary>There is nothing under the path.</summary>
    public const string NotFound = "not_found";

    /// <summary>There is something under the path, but not for the method.</summary>
    public const string MethodNotAllowed = "method_not_allowed";

    /// <summary>The request breaks HTTP itself.</summary>
    public const string BadHttp = "bad_request";

    /// <summary>There were too many requests.</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>The request came without TLS, and this service wants it.</summary>
    public const string TlsRequired = "tls_required";

    /// <summary>A request with a session does not come from a page of the service itself.</summary>
    public const string CrossSiteRequest = "cross_site_request";

    /// <summary>The path to return to after signing in is not one of this service.</summary>
    public const string ReturnNotLocal = "return_not_local";

    /// <summary>The answer of the provider belongs to no sign-in of this service, or to one that was begun too long ago.</summary>
    public const string SignInStateInvalid = "sign_in_state_invalid";

    /// <summary>The sign-in was begun in another browser.</summary>
    public const string SignInNotBegunHere = "sign_in_not_begun_here";

    /// <summary>The provider, or the person at it, has refused the sign-in.</summary>
    public const string SignInRefusedByProvider = "sign_in_refused_by_provider";

    /// <summary>What the provider has issued is not for this sign-in, or not the provider's.</summary>
    public const string SignInTokenInvalid = "sign_in_token_invalid";

    /// <summary>The provider's user cannot be a user here.</summary>
    public const string SignInUserRefused = "sign_in_user_refused";

    /// <summary>The provider cannot be reached, or does not answer as one.</summary>
    public const string SignInUnavailable = "sign_in_unavailable";

    /// <summary>An invitation was to be answered with an e-mail address that the person has not proved by signing in.</summary>
    public const string EmailNotProved = "email_not_proved";

    /// <summary>The service failed; the details are in its log.</summary>
    public const string InternalError = "internal_error";
}
