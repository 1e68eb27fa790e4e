namespace RbacGrains.Api;

/// <summary>Answers one kind of request.</summary>
internal delegate ValueTask<IResult> ApiHandler(ApiRequest request);
