using Microsoft.AspNetCore.Http.HttpResults;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Accounts.Mails;
using PrimeTask.ApiService.Audit;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Idempotency;
using PrimeTask.ApiService.OpenApi;
using PrimeTask.ApiService.RateLimiting;
using PrimeTask.ApiService.Sessions;
using PrimeTask.ApiService.Telemetry;

namespace PrimeTask.ApiService.Accounts;

public static class AccountEndpoints
{
    private const string Registered = "User registered successfully";
    private const string SignedIn = "Login successful";
    private const string Refreshed = "Token refreshed";
    private const string NoAccount = "No active account found with the given credentials";

    public static void AddAccounts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<PasswordOptions>().BindConfiguration(PasswordOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<PasswordHasher>();
        builder.Services.AddSingleton<PasswordHashLimiter>();
        builder.Services.AddSingleton<PasswordAttempts>();
        builder.Services.AddScoped<PasswordCheck>();
        builder.Services.AddScoped<PasswordChange>();
        builder.Services.AddScoped<SignIn>();
        builder.Services.AddScoped<Registrar>();
        builder.Services.AddScoped<OperatorAccounts>();
        builder.AddAccountMails();
    }

    public static void MapAccounts(this IEndpointRouteBuilder group)
    {
        group.MapPost("/register/", RegisterAsync).AllowAnonymous().LimitByAddress("register", limits => limits.Register)
            .WithName("register").WithSummary("Create an account and sign in").WithMessage(Registered).WithHeader(IdempotencyKeys.Header);
        group.MapPost("/login/", LoginAsync).AllowAnonymous().SignsIn().LimitByAddress("login", limits => limits.Login)
            .WithName("login").WithSummary("Sign in with email and password").WithMessage(SignedIn);
        group.MapPost("/refresh/", RefreshAsync).AllowAnonymous().LimitByAddress("refresh", limits => limits.Refresh)
            .WithName("refresh").WithSummary("Exchange a refresh token for new tokens").WithMessage(Refreshed)
            .WithHeader(IdempotencyKeys.Header with
            {
                Description = "A new random text for every new refresh. The same token with the same key gets the same tokens again for 60 seconds.",
            });
        group.MapProfile();
        group.MapAccountMails();
    }

    private static async Task<Results<Created<Envelope<RegisterResponse>>, Invalid, KeyReused, TooMany>> RegisterAsync(
        RegisterRequest body, HttpContext context, Registrar registrar, IdempotencyKeys idempotency, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var registration = Registration.Read(body, errors);
        var client = Client.Of(context);
        var request = idempotency.Read(context.Request, "register", $"address {client.IpAddress}", registration, errors);
        var wellFormed = !errors.Any;
        await registrar.FindTakenAsync(registration, errors, cancellationToken);

        // After that: names that the same request took before are not taken.
        var outcome = wellFormed ? await registrar.FindEarlierAsync(request, cancellationToken) : null;
        if (outcome is null && !errors.Any)
        {
            outcome = await registrar.RegisterAsync(registration, UserRole.User, client, request, errors, cancellationToken);
            if (outcome is null && !errors.Any)
                return new TooMany(PasswordHashLimiter.RetryAfter);
        }

        if (outcome is null)
            return new Invalid(errors);
        if (outcome.Response is not var (user, tokens))
            return new KeyReused();

        var response = new RegisterResponse(
            UserResponse.From(user), new TokensResponse(tokens.Access, WebClient.Deliver(context, tokens, clock)));
        return Envelope.Created("/api/v1/auth/profile/", Registered, response);
    }

    private static async Task<Results<Ok<TokenResponse>, Invalid, Unauthenticated, TooMany>> LoginAsync(
        LoginRequest body, HttpContext context, PasswordCheck passwords, PasswordHashLimiter turns, PasswordHasher hasher, SignIn signIn,
        AuditTrail audit, PrimeTaskMetrics metrics, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Check(body);
        if (errors.Any)
            return new Invalid(errors);
        var (email, password) = (EmailAttribute.Fold(body.Email.Value!), body.Password.Value!);

        var client = Client.Of(context);
        var (verification, user, retryAfter, party) = await passwords.CheckAsync(email, password, client.Network, cancellationToken);
        if (verification == PasswordVerification.NotTried)
        {
            metrics.SignInLimited();
            return new TooMany(retryAfter);
        }

        if (verification == PasswordVerification.Wrong || user is null)
        {
            metrics.SignInRefused();
            await audit.AddAloneAsync(AuditEvent.SignInRefused, user?.Id, actorId: null, cancellationToken);
            return new Unauthenticated(NoAccount);
        }

        var stronger = verification == PasswordVerification.RightButWeak
            ? await turns.RunAsync(party, () => hasher.Hash(password), cancellationToken)
            : null;
        var tokens = await signIn.OpenAsync(user, stronger, client, cancellationToken);
        if (tokens is null)
        {
            metrics.SignInRefused();
            return new Unauthenticated(NoAccount);
        }

        metrics.SignInSucceeded();
        return TypedResults.Ok(new TokenResponse(
            true, SignedIn, tokens.Access, WebClient.Deliver(context, tokens, clock), UserResponse.From(user)));
    }

    private static async Task<Results<Ok<TokenResponse>, Invalid, Unauthenticated>> RefreshAsync(
        RefreshRequest? body, HttpContext context, SignIn signIn, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (!WebClient.IsCaller(context.Request))
            errors.Check(body ?? new(default));
        var key = IdempotencyKeys.ReadKey(context.Request, errors);
        if (errors.Any)
            return new Invalid(errors);

        var refresh = WebClient.ReadRefresh(context.Request, body?.Refresh);
        var response = refresh is null ? null : await signIn.RefreshAsync(refresh, key.Length == 0 ? null : key, cancellationToken);
        if (response is not var (user, tokens))
            return new Unauthenticated("The refresh token is missing, invalid, expired or already used.");

        // The web app knows nobody when it is loaded; asking for the profile next would be one more way there and back.
        var resumed = WebClient.IsCaller(context.Request) ? UserResponse.From(user) : null;
        return TypedResults.Ok(new TokenResponse(true, Refreshed, tokens.Access, WebClient.Deliver(context, tokens, clock), resumed));
    }
}
